//! Sections 4 and 6 of the contract: what the changes do to the förbund, their kommuner and their
//! kansli. Money comes afterwards, from who is where.

pub(crate) mod kansli;

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;

use self::kansli::{Office, Pot};
use super::case::{Case, Change, Kansli, Kommun, KommunKey, Part, Sharing};
use super::fractions::whole;

/// How a kommun came to the förbund it is in.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Arrival {
    /// Which change it was.
    at: usize,
    /// Whether that change stated the receiver's kansli.
    stated: bool,
}

/// A förbund, or an outside row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub name: String,
    pub members: BTreeSet<String>,
    pub office: Office,
    /// The baseline's where none is stated.
    pub key: Option<KommunKey>,
    /// The last change that stated the kansli.
    stated_at: Option<usize>,
    /// The change that formed it; 0 for those of today.
    formed_at: usize,
    /// The kommuner that left it, and in which change they last did.
    departed: BTreeMap<String, usize>,
    /// Whether a förbund it was formed of by merge or split had lost kommuner before.
    forebears_lost: bool,
    /// Whether a förbund it was formed of by merge or split had no kansli yet.
    forebears_empty: bool,
}

impl Row {
    pub(crate) fn lowest(&self) -> String {
        self.members.first().expect("a kommun").clone()
    }
}

/// The rows after some changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Situation {
    pub forbund: Vec<Row>,
    pub outside: Vec<Row>,
    /// What is shared is split last of all, when the incomes are known.
    pub shared: Vec<Pot>,
    /// The kommuner that left their förbund and are in none.
    pub left: BTreeSet<String>,
    /// How many förbund more there are in the rest of the country.
    pub elsewhere: i64,
    /// Questions about the kansli that the case raises and the contract does not answer. The
    /// reference then takes the plainest reading, but a case with doubts proves nothing.
    pub doubts: BTreeSet<&'static str>,
    /// Which rules were used, so that one can see what the cases cover.
    pub used: BTreeSet<&'static str>,
    /// By kommunkod, of those that any change brought to a förbund.
    arrivals: BTreeMap<String, Arrival>,
    step: usize,
}

impl Situation {
    /// Today's situation.
    pub(crate) fn today(case: &Case) -> Situation {
        let mut situation = Situation::default();
        for forbund in &case.forbund {
            let office = Office::stated(forbund.kansli.as_ref()).unwrap_or(Office::Unknown);
            let row = situation.new_row(&forbund.name, &forbund.kommuner, office);
            situation.forbund.push(Row { key: forbund.kommun_key.clone(), ..row });
        }
        for sharing in &case.shared {
            situation.share_today(sharing);
        }
        situation
    }

    /// The situation after every change of the case.
    pub(crate) fn after(case: &Case) -> Situation {
        let mut situation = Situation::today(case);
        for change in &case.changes {
            situation.apply(change, &case.table);
        }
        situation
    }

    pub(crate) fn apply(&mut self, change: &Change, table: &[Kommun]) {
        self.step += 1;
        match change {
            Change::MoveTo { kommuner, to, kansli } => self.move_to(kommuner, to, kansli.as_ref(), table),
            Change::MoveOutside { kommuner, outside } => {
                self.move_outside(kommuner, outside, table);
            }
            Change::Merge { parts, into, kansli, kommun_key } => {
                self.merge(parts, into, kansli.as_ref(), kommun_key.as_ref());
            }
            Change::Split { whole, into } => self.split(whole, into, table),
            Change::Create(part) => self.create(part, table),
            Change::SharedKansli(sharing) => self.share(sharing),
            Change::Leave { kommuner } => self.leave_all(kommuner, table),
            Change::Dissolve { forbund } => {
                let place = self.forbund_named(forbund);
                let members: Vec<String> = self.forbund[place].members.iter().cloned().collect();
                self.leave_all(&members, table);
            }
            Change::Elsewhere { more } => self.elsewhere += more,
        }
    }

    /// Why a change cannot be done after those before it, if it cannot. Only what the contract calls an error.
    pub(crate) fn refusal(&self, change: &Change, case: &Case) -> Option<&'static str> {
        let missing = |name: &String| !self.has_forbund(name);
        match change {
            Change::MoveTo { to: name, .. }
            | Change::Split { whole: name, .. }
            | Change::Dissolve { forbund: name }
                if missing(name) =>
            {
                Some("refused: a förbund that is no longer there")
            }
            Change::Merge { parts: names, .. }
            | Change::SharedKansli(Sharing { participants: names, .. })
                if names.iter().any(missing) =>
            {
                Some("refused: a förbund that is no longer there")
            }
            Change::SharedKansli(sharing) if self.has_an_unclear_item(sharing) => {
                Some("refused: an item of a kansli that is a sum")
            }
            Change::Leave { kommuner } if kommuner.iter().any(|code| !self.is_in_a_row(code)) => {
                Some("refused: a kommun in no förbund leaves")
            }
            Change::MoveTo { kommuner, .. } | Change::Create(Part { kommuner, .. })
                if case.is_calibrated() && kommuner.iter().any(|code| case.forbund_of(code).is_none()) =>
            {
                Some("refused: a part that is unknown")
            }
            Change::Elsewhere { more } => {
                let forbund =
                    i64::try_from(case.rest_forbund?).expect("a small number") + self.elsewhere + more;
                if forbund < 0 {
                    return Some("refused: less than no förbund elsewhere");
                }
                let all = BigInt::from(forbund) + BigInt::from(self.forbund.len());
                let exceeds = all * BigInt::from(case.base_grant) > BigInt::from(case.appropriation?);
                exceeds.then_some("refused: base grants above the appropriation")
            }
            _ => None,
        }
    }

    pub(crate) fn has_forbund(&self, name: &str) -> bool {
        self.forbund.iter().any(|row| row.name == name)
    }

    pub(crate) fn is_in_a_row(&self, kommun: &str) -> bool {
        self.forbund.iter().chain(&self.outside).any(|row| row.members.contains(kommun))
    }

    pub(crate) fn forbund_named(&self, name: &str) -> usize {
        self.forbund.iter().position(|row| row.name == name).expect("a förbund of this name")
    }

    fn new_row(&self, name: &str, members: &[String], office: Office) -> Row {
        Row {
            name: name.to_owned(),
            members: members.iter().cloned().collect(),
            office,
            key: None,
            stated_at: None,
            formed_at: self.step,
            departed: BTreeMap::new(),
            forebears_lost: false,
            forebears_empty: false,
        }
    }

    fn move_to(&mut self, kommuner: &[String], to: &str, kansli: Option<&Kansli>, table: &[Kommun]) {
        let receiver = self.forbund_named(to);
        for kommun in kommuner {
            self.depart(kommun);
            self.arrive(kommun, kansli.is_some());
            self.forbund[receiver].members.insert(kommun.clone());
        }
        if let Some(office) = Office::stated(kansli) {
            self.forbund[receiver].office = office;
            self.forbund[receiver].stated_at = Some(self.step);
            self.end_parts(to);
        }
        self.let_the_empty_cease(table);
    }

    fn move_outside(&mut self, kommuner: &[String], outside: &str, table: &[Kommun]) {
        for kommun in kommuner {
            self.depart(kommun);
            self.arrive(kommun, false);
        }
        if let Some(row) = self.outside.iter_mut().find(|row| row.name == outside) {
            row.members.extend(kommuner.iter().cloned());
        } else {
            let row = self.new_row(outside, kommuner, Office::none());
            self.outside.push(row);
        }
        self.let_the_empty_cease(table);
    }

    fn merge(&mut self, parts: &[String], into: &str, kansli: Option<&Kansli>, key: Option<&KommunKey>) {
        // The merged one stands where the first of its parts stands in the table, whatever the
        // order in which the change names them.
        let mut places: Vec<usize> = parts.iter().map(|name| self.forbund_named(name)).collect();
        places.sort_unstable();
        let mut removed: Vec<Row> = Vec::new();
        for place in places.iter().rev() {
            removed.push(self.forbund.remove(*place));
        }
        let members: Vec<String> = removed.iter().flat_map(|row| row.members.iter().cloned()).collect();
        let office = Office::stated(kansli).unwrap_or_else(|| {
            self.used.insert("a merged förbund has the sum");
            let offices: Vec<Office> = removed.iter().map(|row| row.office.clone()).collect();
            Office::sum(&offices)
        });
        let mut merged = self.new_row(into, &members, office);
        merged.key = key.cloned();
        merged.stated_at = kansli.map(|_| self.step);
        merged.forebears_lost = removed.iter().any(|row| row.forebears_lost || !row.departed.is_empty());
        merged.forebears_empty = kansli.is_none()
            && removed.iter().any(|row| row.forebears_empty || row.office == Office::Nothing);
        self.forbund.insert(places[0], merged);
        self.merge_parts(parts, into, kansli.is_some());
    }

    fn split(&mut self, name: &str, into: &[Part], table: &[Kommun]) {
        let place = self.forbund_named(name);
        let removed = self.forbund.remove(place);
        let weights: Vec<(String, BigRational)> = into
            .iter()
            .map(|part| {
                let lowest = part.kommuner.iter().min().expect("a kommun").clone();
                (lowest, whole(inhabitants(&part.kommuner, table)))
            })
            .collect();
        let shares = removed.office.divided(&weights);
        for (index, (part, share)) in into.iter().zip(shares).enumerate() {
            let office = Office::stated(part.kansli.as_ref()).unwrap_or_else(|| {
                self.used.insert("parts of a split share");
                share
            });
            let mut row = self.new_row(&part.name, &part.kommuner, office);
            row.key.clone_from(&part.kommun_key);
            row.stated_at = part.kansli.as_ref().map(|_| self.step);
            row.forebears_lost = removed.forebears_lost || !removed.departed.is_empty();
            row.forebears_empty =
                part.kansli.is_none() && (removed.forebears_empty || removed.office == Office::Nothing);
            self.forbund.insert(place + index, row);
        }
        self.split_parts(name, into, table);
        let stated = into.iter().filter(|part| part.kansli.is_some()).count();
        if stated > 0 && stated < into.len() {
            self.used.insert("some parts of a split state their kansli");
        }
    }

    fn create(&mut self, part: &Part, table: &[Kommun]) {
        let stated = part.kansli.is_some();
        let office = Office::stated(part.kansli.as_ref()).unwrap_or(Office::Nothing);
        let mut created = self.new_row(&part.name, &[], office);
        created.key.clone_from(&part.kommun_key);
        created.stated_at = stated.then_some(self.step);
        for kommun in &part.kommuner {
            self.depart(kommun);
            self.arrive(kommun, stated);
            created.members.insert(kommun.clone());
        }
        self.forbund.push(created);
        self.let_the_empty_cease(table);
    }

    /// To none, of a förbund or of an outside row; one that is left without kommuner ceases.
    fn leave_all(&mut self, kommuner: &[String], table: &[Kommun]) {
        for kommun in kommuner {
            for row in &mut self.outside {
                if row.members.remove(kommun) {
                    self.used.insert("a kommun leaves an outside row");
                }
            }
            self.depart(kommun);
            self.arrivals.remove(kommun);
            self.left.insert(kommun.clone());
        }
        self.outside.retain(|row| !row.members.is_empty());
        self.let_the_empty_cease(table);
    }

    /// Takes a kommun out of the förbund it is in, if it is in one.
    fn depart(&mut self, kommun: &str) {
        assert!(
            self.outside.iter().all(|row| !row.members.contains(kommun)),
            "no case brings a kommun back from outside"
        );
        if let Some(row) = self.forbund.iter_mut().find(|row| row.members.contains(kommun)) {
            row.members.remove(kommun);
            row.departed.insert(kommun.to_owned(), self.step);
        }
    }

    fn arrive(&mut self, kommun: &str, stated: bool) {
        if self.left.remove(kommun) {
            self.used.insert("a kommun joins again");
        }
        self.arrivals.insert(kommun.to_owned(), Arrival { at: self.step, stated });
    }

    fn let_the_empty_cease(&mut self, table: &[Kommun]) {
        let (ceased, standing): (Vec<Row>, Vec<Row>) =
            std::mem::take(&mut self.forbund).into_iter().partition(|row| row.members.is_empty());
        self.forbund = standing;
        for row in &ceased {
            self.pass_on(row, table);
            self.end_parts(&row.name);
        }
    }
}

/// Inhabitants 16–64 of some kommuner.
pub(crate) fn inhabitants(kommuner: &[String], table: &[Kommun]) -> BigInt {
    table
        .iter()
        .filter(|kommun| kommuner.contains(&kommun.code))
        .map(|kommun| BigInt::from(kommun.befolkning_16_64))
        .sum()
}
