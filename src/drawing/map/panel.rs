//! One map of a division into groups: its labels and its legend.

use super::base_map::{BaseMap, Framed, draw_labels, draw_leader, halo};
use super::block::Block;
use super::division::{Division, DivisionWords};
use super::ground::Ground;
use super::legend::{Entry, Legend};
use super::look;
use super::names::Names;
use super::naming::{Label, Labels, Name, Request};
use super::numbers::Numbers;
use super::placing::{Candidate, LEAST_OWN, Surroundings, first_free};
use crate::drawing::collision::{Leader, Placed};
use crate::drawing::geometry::Rect;
use crate::drawing::letters::Weight;
use crate::drawing::shape::Drawing;

/// How far the letter of a group may stand from it.
const LETTER_REACH: i64 = 800;

/// Who is with whom on a map, by position.
pub(crate) struct Members {
    /// The group of each.
    group_of: Vec<Option<usize>>,
    /// The positions in each group.
    of: Vec<Vec<usize>>,
    /// The position of each group's seat.
    seats: Vec<Option<usize>>,
    /// The only member of each group that has but one and its name: one label is enough for both.
    namesakes: Vec<Option<usize>>,
}

impl Members {
    pub(crate) fn new(base_map: &BaseMap, division: &Division) -> Self {
        let mut of = vec![Vec::new(); division.groups.len()];
        let mut group_of = base_map.by_position(&division.group_of);
        for (position, group) in group_of.iter_mut().enumerate() {
            *group = group.filter(|group| *group < of.len());
            if let Some(group) = group {
                of[*group].push(position);
            }
        }
        let seat = |seat: usize| base_map.position(seat);
        let seats = division.groups.iter().map(|group| group.seat.and_then(seat)).collect();
        let namesakes = division.groups.iter().zip(&of).map(|(group, members)| match members[..] {
            [only] if group.name.trim() == base_map.shown[only].name.trim() => Some(only),
            _ => None,
        });
        Self { group_of, namesakes: namesakes.collect(), of, seats }
    }

    fn is_seat(&self, position: usize) -> bool {
        self.group_of[position].is_some_and(|group| self.seats[group] == Some(position))
    }
}

/// One map, placed but not yet drawn: its numbers depend on the other maps.
pub(crate) struct Panel<'a> {
    division: &'a Division,
    members: &'a Members,
    /// By group: its name on the map, if it has a place.
    names: Vec<Option<(Block, Rect)>>,
    /// By group: the letter that stands for it where its colour alone would not tell.
    letters: Vec<Option<Letter>>,
    pub(crate) labels: Vec<Label>,
    pub(crate) legend: Legend,
    has_locator: bool,
}

/// A letter for a group, and where it stands if there is a place.
struct Letter {
    text: String,
    place: Option<(Rect, Option<Leader>)>,
}

impl<'a> Panel<'a> {
    pub(crate) fn new(
        base_map: &BaseMap,
        ground: &Ground,
        names: &Names,
        division: &'a Division,
        members: &'a Members,
        words: &DivisionWords,
        is_first: bool,
    ) -> Self {
        let (variants, candidates): (Vec<Vec<Block>>, Vec<Vec<Candidate>>) = (0..division.groups.len())
            .map(|group| group_candidates(ground, names, division, members, group))
            .unzip();
        let marked = names
            .all()
            .iter()
            .enumerate()
            .map(|(position, name)| members.is_seat(position).then(|| name.marked(ground, position)));
        let marked: Vec<Option<Name>> = marked.collect();
        let requests = names.all().iter().zip(&marked).enumerate().map(|(position, (name, marked))| {
            let group = members.group_of[position];
            Request {
                name: marked.as_ref().unwrap_or(name),
                with_group: group.filter(|group| members.namesakes[*group].is_some()),
            }
        });
        let requests: Vec<Request<'_>> = requests.collect();
        // With much kept free around the names of groups, so that they are not read together with those of kommuner, if
        // nothing is lost by it.
        let loose =
            candidates.iter().map(|candidates| candidates.iter().map(|place| place.loose()).collect());
        let loose: Vec<Vec<Candidate>> = loose.collect();
        let mut labels = Labels::new(ground, &loose, &requests);
        if labels.lost() > (0, 0) {
            let tight = Labels::new(ground, &candidates, &requests);
            if tight.lost() < labels.lost() {
                labels = tight;
            }
        }
        let names_on_map = labels
            .groups
            .iter()
            .zip(&variants)
            .map(|(place, variants)| place.map(|place| (variants[place.variant].clone(), place.area())));
        let names_on_map: Vec<Option<(Block, Rect)>> = names_on_map.collect();
        let letters = place_letters(ground, division, members, &names_on_map, &mut labels.taken);

        let mut entries = Vec::new();
        for (group, look) in division.groups.iter().enumerate() {
            if names_on_map[group].is_none() && !members.of[group].is_empty() {
                let letter = letters[group].as_ref().map_or("", |letter| letter.text.as_str());
                entries.push(Entry::fill(look.style.fill(), letter, &look.name));
            }
        }
        if members.group_of.contains(&None) {
            entries.push(Entry::fill(look::NO_GROUP, "", &words.no_group));
        }
        if is_first
            && names.are_shown()
            && (0..base_map.shown.len()).any(|position| members.is_seat(position))
        {
            entries.push(Entry::seat(&words.seat));
        }
        let legend = Legend::new(entries, ground.area.width());
        let labels = labels.kommuner;
        Self { division, members, names: names_on_map, letters, labels, legend, has_locator: is_first }
    }

    /// The map, with as much height for caption and legend as the highest of several maps needs.
    pub(crate) fn draw(
        &self,
        base_map: &BaseMap,
        ground: &Ground,
        numbers: &Numbers,
        words: &DivisionWords,
        heights: (i64, i64),
    ) -> Drawing {
        let Self { division, members, .. } = self;
        let group = |position: usize| members.group_of[position].map(|group| &division.groups[group]);
        let fill_of = |position: usize| group(position).map_or(look::NO_GROUP, |group| group.style.fill());
        let title_of = |position: usize| {
            let group = group(position).map_or(words.no_group.as_str(), |group| group.name.as_str());
            format!("{}: {group}", base_map.shown[position].name)
        };
        let mut map = Vec::new();
        ground.draw(fill_of, title_of, |position| members.group_of[position], &mut map);
        draw_labels(ground, &self.labels, numbers, fill_of, &mut map);
        let halo_of = |group: usize, area: Rect| {
            let is_member = |position: usize| members.group_of[position] == Some(group);
            Some(halo(ground, area, is_member, division.groups[group].style.fill()))
        };
        for (group, name) in self.names.iter().enumerate() {
            if let Some((block, area)) = name {
                block.draw(*area, halo_of(group, *area), &mut map);
            }
        }
        for (group, letter) in self.letters.iter().enumerate() {
            if let Some(Letter { text, place: Some((area, leader)) }) = letter {
                leader.inspect(|leader| draw_leader(*leader, &mut map));
                letter_block(text).draw(*area, halo_of(group, *area), &mut map);
            }
        }
        ground.draw_above(self.has_locator, &mut map);
        let framed = Framed { caption: &division.caption, description: &division.description, heights };
        framed.assemble(ground, map, |corner, shapes| self.legend.draw(corner, shapes))
    }
}

/// The ways to write the name of a group, and the places for them.
fn group_candidates(
    ground: &Ground,
    names: &Names,
    division: &Division,
    members: &Members,
    group: usize,
) -> (Vec<Block>, Vec<Candidate>) {
    let Some((own, bounds)) = ground.counted(&members.of[group]) else {
        return (Vec::new(), Vec::new());
    };
    let namesake = members.namesakes[group].filter(|_| names.are_shown());
    let has_mark = namesake.is_some_and(|position| members.is_seat(position));
    let variants = Block::variants(&division.groups[group].name, 3, look::LARGE, Weight::Bold);
    let variants: Vec<Block> = variants.into_iter().map(|block| block.marked(has_mark)).collect();
    let centre = own.middle.unwrap_or_else(|| bounds.centre());
    // Where there are many groups, a letter is better than a name over others.
    let least_own = if names.are_shown() { LEAST_OWN } else { 2 * LEAST_OWN };
    let surroundings = Surroundings { area: ground.area, own: &own, all: &ground.all, least_own };
    let mut candidates = surroundings.candidates(bounds, centre, &variants);
    // Beside the names of its kommuner rather than over them.
    let others = members.of[group].iter().filter(|_| namesake.is_none());
    let others: Vec<Rect> = others.filter_map(|member| names.all().get(*member)?.best()).collect();
    for candidate in &mut candidates {
        let area = candidate.area();
        let covered = others.iter().filter(|other| other.overlaps(area)).count();
        candidate.cost += 120 * i64::try_from(covered).unwrap_or(0);
    }
    candidates.sort_unstable();
    (variants, candidates)
}

/// Letters for the groups without a name on the map whose look another group of the same map has too.
fn place_letters(
    ground: &Ground,
    division: &Division,
    members: &Members,
    names: &[Option<(Block, Rect)>],
    taken: &mut Placed,
) -> Vec<Option<Letter>> {
    let mut count = 0;
    let letters = division.groups.iter().enumerate().map(|(group, look)| {
        let same = division.groups.iter().filter(|other| other.style == look.style).count();
        if names[group].is_some() || same == 1 {
            return None;
        }
        let (own, bounds) = ground.counted(&members.of[group])?;
        let text = letter(count);
        count += 1;
        let block = letter_block(&text);
        let centre = own.deepest().unwrap_or_else(|| bounds.centre());
        let surroundings =
            Surroundings { area: ground.area, own: &own, all: &ground.all, least_own: LEAST_OWN };
        let candidates = surroundings.candidates(bounds, centre, std::slice::from_ref(&block));
        let within = candidates.iter().map(Candidate::area).find(|area| taken.is_free(*area));
        let place = within.map(|area| (area, None)).or_else(|| {
            let size = (block.width(), block.height());
            let places = surroundings.beside(centre, size, 0, LETTER_REACH, 100);
            let place = first_free(taken, &places)?;
            Some((place.area, Some(place.leader)))
        });
        if let Some((area, leader)) = place {
            taken.areas.push(area);
            taken.leaders.extend(leader);
        }
        Some(Letter { text, place })
    });
    letters.collect()
}

/// The letter of a group on a map.
fn letter_block(letter: &str) -> Block {
    Block::line(letter, look::LARGE, Weight::Bold)
}

/// A, B … Z, AA, AB …
fn letter(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    if number < 26 { last.to_string() } else { format!("{}{last}", letter(number / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_the_last() {
        let letters: Vec<String> = [0, 25, 26, 27, 51, 52, 701, 702].map(letter).into();
        assert_eq!(letters, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
