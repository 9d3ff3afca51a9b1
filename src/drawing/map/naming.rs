//! Which label a kommun has on a map: its name within it, its name beside it with a line, a number, or none.

use std::cell::OnceCell;

use super::block::Block;
use super::ground::Ground;
use super::look;
use super::placing::{Beside, Candidate, LEAST_OWN, Surroundings, first_free, place};
use crate::drawing::collision::{Leader, Placed};
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::Weight;

/// How a kommun is labelled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Label {
    /// With the name; with a line to it where the name stands beside it.
    Name { block: Block, area: Rect, leader: Option<Leader> },
    /// With a number, which a list explains.
    Number { area: Rect, leader: Option<Leader>, has_mark: bool },
    /// By the label of its group.
    WithGroup,
    /// Not at all.
    None,
}

/// What a number costs more than a name.
const NUMBER_COST: i64 = 800;
/// The variant that is a number.
const NUMBER: usize = usize::MAX;
/// How far from a kommun its name may stand, and its number.
const NAME_REACH: i64 = 680;
const NUMBER_REACH: i64 = 560;

/// What the label of a kommun may be: the ways to write its name, with the places for them and for a number.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) variants: Vec<Block>,
    candidates: Vec<Candidate>,
    /// The widest number that can stand for it.
    number: Block,
    /// The places beside it for each variant and for a number, once they are needed.
    beside: OnceCell<Vec<Beside>>,
    number_beside: OnceCell<Vec<Beside>>,
}

impl Name {
    /// Places for these ways to write a name, and for a number of this size.
    pub(crate) fn new(ground: &Ground, position: usize, variants: Vec<Block>, number: Block) -> Self {
        let land = &ground.lands[position];
        let surroundings = surroundings(ground, position);
        let mut candidates = surroundings.candidates(land.bounds, land.centre, &variants);
        candidates.extend(number_candidates(ground, position, number_size(&number)));
        Self { variants, candidates, number, beside: OnceCell::new(), number_beside: OnceCell::new() }
    }

    /// The same name with the mark of a seat.
    pub(crate) fn marked(&self, ground: &Ground, position: usize) -> Self {
        let variants = self.variants.iter().map(|block| block.marked(true)).collect();
        Self::new(ground, position, variants, self.number.marked(true))
    }

    /// The best place of the name, if nothing else stood on the map.
    pub(crate) fn best(&self) -> Option<Rect> {
        self.candidates.first().filter(|best| best.variant != NUMBER).map(Candidate::area)
    }

    /// A free place for the name outside the kommuner with colours, near its own.
    fn beside(&self, ground: &Ground, position: usize, taken: &Placed) -> Option<Label> {
        let places = self.beside.get_or_init(|| {
            let (surroundings, target) = (surroundings(ground, position), ground.lands[position].centre);
            let variants = self.variants.iter().enumerate().flat_map(|(variant, block)| {
                surroundings.beside(target, (block.width(), block.height()), variant, NAME_REACH, 8)
            });
            let mut places: Vec<Beside> = variants.collect();
            places.sort_by_key(|place| (place.reach, place.variant));
            places
        });
        let place = first_free(taken, places)?;
        let block = self.variants[place.variant].clone();
        Some(Label::Name { block, area: place.area, leader: Some(place.leader) })
    }

    /// A free place for the number near the kommun, rather not over others.
    fn number_beside(&self, ground: &Ground, position: usize, taken: &Placed) -> Option<Label> {
        let places = self.number_beside.get_or_init(|| {
            let surroundings = surroundings(ground, position);
            let (size, targets) = (number_size(&self.number), &ground.lands[position].targets);
            let beside = |foreign: i64| {
                targets
                    .iter()
                    .flat_map(move |target| surroundings.beside(*target, size, NUMBER, NUMBER_REACH, foreign))
            };
            beside(30).chain(beside(100)).collect()
        });
        let place = first_free(taken, places)?;
        Some(self.numbered(place.area, Some(place.leader)))
    }

    fn within(&self, place: Candidate) -> Label {
        if place.variant == NUMBER {
            return self.numbered(place.area(), None);
        }
        Label::Name { block: self.variants[place.variant].clone(), area: place.area(), leader: None }
    }

    fn numbered(&self, area: Rect, leader: Option<Leader>) -> Label {
        Label::Number { area, leader, has_mark: self.number.has_mark }
    }
}

/// A kommun that needs a label.
#[derive(Clone, Copy)]
pub(crate) struct Request<'a> {
    pub(crate) name: &'a Name,
    /// The group whose label names it too, if there is one.
    pub(crate) with_group: Option<usize>,
}

/// The labels of all groups and kommuner.
pub(crate) struct Labels<'a> {
    ground: &'a Ground,
    requests: &'a [Request<'a>],
    group_places: &'a [Vec<Candidate>],
    /// What labels keep clear of: first what stood on the map before them.
    pub(crate) taken: Placed,
    obstacles: usize,
    /// By group: where which of its variants stands.
    pub(crate) groups: Vec<Option<Candidate>>,
    /// By kommun.
    pub(crate) kommuner: Vec<Label>,
}

impl<'a> Labels<'a> {
    /// Labels for groups with these places, and for the kommuner.
    pub(crate) fn new(
        ground: &'a Ground,
        group_places: &'a [Vec<Candidate>],
        requests: &'a [Request<'a>],
    ) -> Self {
        let taken = ground.taken.clone();
        let candidates = requests.iter().map(|request| match request.with_group {
            None => request.name.candidates.as_slice(),
            Some(_) => &[],
        });
        let items: Vec<&[Candidate]> = group_places.iter().map(Vec::as_slice).chain(candidates).collect();
        let mut chosen = place(&items, group_places.len(), NUMBER_COST, &taken);
        let of_kommuner = chosen.split_off(group_places.len());
        let mut labels = Self {
            ground,
            requests,
            group_places,
            obstacles: taken.areas.len(),
            taken,
            groups: chosen,
            kommuner: Vec::new(),
        };
        labels.taken.areas.extend(labels.groups.iter().flatten().map(Candidate::area));
        for (request, place) in requests.iter().zip(of_kommuner) {
            let label = match place {
                Some(place) => request.name.within(place),
                None if request.with_group.is_some() => Label::WithGroup,
                None => Label::None,
            };
            labels.take(&label);
            labels.kommuner.push(label);
        }
        labels.label_the_rest();
        labels.name_the_numbered();
        for (group, places) in group_places.iter().enumerate() {
            if labels.groups[group].is_none() {
                let free = places.iter().find(|place| labels.taken.is_free(place.area())).copied();
                labels.taken.areas.extend(free.map(|place| place.area()));
                labels.groups[group] = free;
            }
        }
        // A kommun whose group has no label after all needs its own.
        for (label, request) in labels.kommuner.iter_mut().zip(requests) {
            if *label == Label::WithGroup
                && request.with_group.is_none_or(|group| labels.groups[group].is_none())
            {
                *label = Label::None;
            }
        }
        labels.label_the_rest();
        labels
    }

    /// How many kommuner have no label, and how many groups and kommuner no name.
    pub(crate) fn lost(&self) -> (usize, usize) {
        let count = |is_lost: fn(&Label) -> bool| self.kommuner.iter().filter(|label| is_lost(label)).count();
        let groups = self.groups.iter().filter(|label| label.is_none()).count();
        let numbered = count(|label| matches!(label, Label::Number { .. }));
        (count(|label| *label == Label::None), groups + numbered)
    }

    /// Keeps the place of a label from others.
    fn take(&mut self, label: &Label) {
        if let Label::Name { area, leader, .. } | Label::Number { area, leader, .. } = label {
            self.taken.areas.push(*area);
            self.taken.leaders.extend(*leader);
        }
    }

    /// Labels with a line for what has none, or with a number in place of the label of a group.
    fn label_the_rest(&mut self) {
        for position in 0..self.kommuner.len() {
            if self.kommuner[position] != Label::None {
                continue;
            }
            let name = self.requests[position].name;
            let free = name.candidates.iter().find(|place| self.taken.is_free(place.area()));
            let label = free
                .map(|place| name.within(*place))
                .or_else(|| name.beside(self.ground, position, &self.taken))
                .or_else(|| name.number_beside(self.ground, position, &self.taken))
                .or_else(|| self.number_in_place_of_group(name));
            if let Some(label) = label {
                self.take(&label);
                self.kommuner[position] = label;
            }
        }
    }

    /// Names in place of numbers, which are worth less: places may have become free, and a line may lead to one.
    fn name_the_numbered(&mut self) {
        for position in 0..self.kommuner.len() {
            let Label::Number { area, leader, .. } = self.kommuner[position] else {
                continue;
            };
            let name = self.requests[position].name;
            let mut without = self.taken.clone();
            without.areas.retain(|taken| *taken != area);
            without.leaders.retain(|taken| Some(*taken) != leader);
            let mut within = name.candidates.iter().take_while(|place| place.variant != NUMBER);
            let within = within.find(|place| without.is_free(place.area()));
            let within = within.map(|place| name.within(*place));
            if let Some(label) = within.or_else(|| name.beside(self.ground, position, &without)) {
                self.taken = without;
                self.take(&label);
                self.kommuner[position] = label;
            }
        }
    }

    /// A number where only the label of a group stands, which moves to another of its places or, if there is none, to
    /// the legend: that is better than a kommun without any label.
    fn number_in_place_of_group(&mut self, name: &Name) -> Option<Label> {
        let numbers = name.candidates.iter().filter(|place| place.variant == NUMBER);
        let mut without_label = None;
        for area in numbers.map(Candidate::area) {
            for group in 0..self.groups.len() {
                let Some(label) = self.groups[group].map(|label| label.area()) else {
                    continue;
                };
                if !label.overlaps(area)
                    || self.requests.iter().any(|request| request.with_group == Some(group))
                {
                    continue;
                }
                let mut without = self.taken.clone();
                let own = without.areas.iter().skip(self.obstacles).position(|taken| *taken == label);
                without.areas.remove(self.obstacles + own?);
                if !without.is_free(area) {
                    continue;
                }
                let mut places = self.group_places[group].iter();
                let moved =
                    places.find(|place| !place.area().overlaps(area) && without.is_free(place.area()));
                if let Some(moved) = moved {
                    without.areas.push(moved.area());
                    self.taken = without;
                    self.groups[group] = Some(*moved);
                    return Some(name.numbered(area, None));
                }
                without_label.get_or_insert((without, group, area));
            }
        }
        let (without, group, area) = without_label?;
        self.taken = without;
        self.groups[group] = None;
        Some(name.numbered(area, None))
    }
}

/// The ways to write the name of a kommun, with a figure below it if it has one.
pub(crate) fn name_variants(name: &str, figure: &str) -> Vec<Block> {
    let mut variants = Block::variants(name, 2, look::SMALL, Weight::Regular);
    if !figure.is_empty() {
        for block in &mut variants {
            block.lines.push(figure.to_owned());
        }
    }
    variants
}

/// A number on a map.
pub(crate) fn number_block(number: &str) -> Block {
    Block::line(number, look::SMALL, Weight::Regular)
}

/// Numbers may stand closer together than names.
fn number_size(number: &Block) -> (i64, i64) {
    (number.width() - 24, number.height())
}

fn surroundings(ground: &Ground, position: usize) -> Surroundings<'_> {
    let own = &ground.lands[position].own;
    Surroundings { area: ground.area, own, all: &ground.all, least_own: LEAST_OWN }
}

/// The places for a number within a kommun.
fn number_candidates(ground: &Ground, position: usize, (width, height): (i64, i64)) -> Vec<Candidate> {
    let land = &ground.lands[position];
    let mut candidates = Vec::new();
    for row in -3..=3 {
        for column in -3..=3 {
            let centre = land.centre.plus(Point::new(column * 45, row * 40));
            let area = Rect::around(centre, width, height);
            let (own, cells) = land.own.of(area);
            let others = ground.all.of(area).0 - own;
            // Over little else, unless nothing else can be meant: its middle is within, or only water is around it.
            let middle = Rect::around(centre, 1, 1);
            let is_clear = own * 2 >= cells || land.own.of(middle).0 > 0 || others == 0 && own > 0;
            if ground.area.contains(area) && is_clear {
                let cost = NUMBER_COST + 20 * (row * row + column * column) + 200 * others / cells;
                candidates.push(Candidate::new(cost, NUMBER, area));
            }
        }
    }
    candidates.sort_unstable();
    candidates
}
