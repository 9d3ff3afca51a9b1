//! What has to be known of the vertices passed so far, and what follows when one more is passed.
//!
//! A state says of each vertex of the frontier which group it is in, and which of the connected pieces that its group
//! has so far. Two pieces of one group must be connected by vertices still to come; pieces of different groups never
//! meet. Numbers are given in the order of first appearance, so what means the same is the same state, and every
//! partition is counted along exactly one way.

use super::plan::{MAX_WIDTH, Step};
use super::table::{Key, mixed};

/// A state: a byte per place of the frontier, the piece in its lower half and the group in its upper one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct State([u8; 16]);

/// A vertex of which nothing need be known: another of its piece borders all that it borders, or its group can no longer
/// grow and it only waits. Those that must be apart from it will be then; one that must be together with it cannot be.
const MUTE: u8 = u8::MAX;
/// Pieces and groups of a state, with the one that the new vertex founds.
pub(super) const LABELS: usize = MAX_WIDTH + 1;

impl State {
    /// Of an empty frontier.
    pub(super) const EMPTY: Self = Self([0; 16]);
}

impl Key for State {
    fn hash(self) -> u64 {
        let whole = u128::from_le_bytes(self.0);
        let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).expect("64 bits");
        mixed(mixed(0, half(whole)), half(whole >> 64))
    }
}

/// A state read: sets of places and of pieces are bits.
struct Read {
    /// The piece at each place; `LABELS` where nothing need be known.
    piece_at: [usize; LABELS],
    /// The places of each piece.
    pieces: [u16; LABELS],
    piece_count: usize,
    group_of: [usize; LABELS],
    /// The pieces, and the places, of each group.
    groups: [u16; LABELS],
    members: [u16; LABELS],
    group_count: usize,
}

impl Read {
    fn new(state: State, width: usize) -> Self {
        let mut read = Self {
            piece_at: [LABELS; LABELS],
            pieces: [0; LABELS],
            piece_count: 0,
            group_of: [0; LABELS],
            groups: [0; LABELS],
            members: [0; LABELS],
            group_count: 0,
        };
        for (place, &byte) in state.0.iter().enumerate().take(width).filter(|(_, byte)| **byte != MUTE) {
            let (piece, group) = (usize::from(byte & 15), usize::from(byte >> 4));
            read.piece_at[place] = piece;
            read.pieces[piece] |= 1 << place;
            read.piece_count = read.piece_count.max(piece + 1);
            read.group_of[piece] = group;
            read.groups[group] |= 1 << piece;
            read.members[group] |= 1 << place;
            read.group_count = read.group_count.max(group + 1);
        }
        read
    }
}

/// How the groups of a state go on in the one that follows. Those that do not are completed.
pub(super) struct Lineage {
    /// How many groups there were before.
    pub(super) before: usize,
    /// The group before that the new vertex has joined; `before` where it has founded one.
    pub(super) joined: usize,
    /// How many groups there are now.
    pub(super) now: usize,
    /// Of each group now which one it was before; the founded one was `before`.
    pub(super) was: [u8; LABELS],
}

impl Lineage {
    pub(super) fn founds(&self) -> bool {
        self.joined == self.before
    }
}

/// Calls `found` with each state that a state leads to, at most one for each group that the new vertex may be in. Left
/// out is what no later step can make connected, as far as the parts of the graph still to come show it.
pub(super) fn follow(step: &Step, state: State, max_groups: usize, mut found: impl FnMut(State, &Lineage)) {
    let read = Read::new(state, step.width);
    // Pieces that must take in the new vertex now, or stay apart from the rest of their group for ever.
    let mut last_chance = 0u16;
    let mut closing = 0u16;
    for piece in 0..read.piece_count {
        if read.pieces[piece] & step.live == 0 {
            if read.groups[read.group_of[piece]].is_power_of_two() {
                closing |= 1 << piece;
            } else {
                last_chance |= 1 << piece;
            }
        }
    }
    let founds = read.group_count < max_groups;
    for group in 0..read.group_count + usize::from(founds) {
        if read.members[group] & step.apart != 0 || step.together & !read.members[group] != 0 {
            continue;
        }
        let mut taken_in = 0u16;
        let mut own = 1u16 << step.width;
        for piece in places(read.groups[group]) {
            if read.pieces[piece] & step.adjacent != 0 {
                taken_in |= 1 << piece;
                own |= read.pieces[piece];
            }
        }
        let others = read.groups[group] & !taken_in;
        let own_closes = own & step.live == 0;
        let lost = last_chance & !taken_in != 0 || closing & others != 0 || (own_closes && others != 0);
        if lost {
            continue;
        }
        if let Some((next, lineage)) = write(step, &read, group, taken_in, own, closing) {
            found(next, &lineage);
        }
    }
}

/// The state after the step, with its labels in the order of first appearance.
fn write(
    step: &Step,
    read: &Read,
    group: usize,
    taken_in: u16,
    own: u16,
    closing: u16,
) -> Option<(State, Lineage)> {
    let mut bytes = [0; 16];
    let mut new_piece = [u8::MAX; LABELS + 1];
    let mut new_group = [u8::MAX; LABELS];
    let (mut piece_count, mut group_count) = (0u8, 0u8);
    let mut was = [0; LABELS];
    let mut parts_of = [0u64; LABELS];
    let mut pieces_of = [0u16; LABELS];
    for (number, place) in places(step.kept).enumerate() {
        let piece = if place == step.width { LABELS } else { read.piece_at[place] };
        // Pieces that the new vertex has taken in have its label.
        let is_own = place == step.width || (piece < LABELS && taken_in >> piece & 1 == 1);
        let is_mute =
            if is_own { own & step.live == 0 } else { piece == LABELS || closing >> piece & 1 == 1 };
        if is_mute || step.covered_by[place] & if is_own { own } else { read.pieces[piece] } != 0 {
            bytes[number] = MUTE;
            continue;
        }
        let (piece, its_group) = if is_own { (LABELS, group) } else { (piece, read.group_of[piece]) };
        number_label(&mut new_piece[piece], &mut piece_count);
        number_label(&mut new_group[its_group], &mut group_count);
        was[usize::from(new_group[its_group])] = u8::try_from(its_group).expect("below 16");
        bytes[number] = new_piece[piece] | new_group[its_group] << 4;
        if let Some(parts) = step.parts.get(number) {
            parts_of[usize::from(new_piece[piece])] |= parts;
            pieces_of[usize::from(new_group[its_group])] |= 1 << new_piece[piece];
        }
    }
    let can_connect = step.parts.is_empty() || pieces_of.iter().all(|&pieces| reach(pieces, &parts_of));
    let lineage = Lineage { before: read.group_count, joined: group, now: usize::from(group_count), was };
    can_connect.then_some((State(bytes), lineage))
}

fn number_label(label: &mut u8, count: &mut u8) {
    if *label == u8::MAX {
        *label = *count;
        *count += 1;
    }
}

/// Whether the pieces can be connected through the parts that they border.
fn reach(pieces: u16, parts_of: &[u64; LABELS]) -> bool {
    let mut rest = pieces & pieces.wrapping_sub(1);
    if rest == 0 {
        return true;
    }
    let mut reached = places(pieces & !rest).fold(0, |all, piece| all | parts_of[piece]);
    loop {
        let near = places(rest).find(|&piece| parts_of[piece] & reached != 0);
        let Some(near) = near else { return rest == 0 };
        reached |= parts_of[near];
        rest &= !(1 << near);
    }
}

/// The numbers of the bits that are set, ascending.
fn places(mut bits: u16) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = usize::try_from(bits.trailing_zeros()).expect("below 17");
        (bits != 0).then(|| {
            bits &= bits - 1;
            place
        })
    })
}
