//! Which kommuner form which förbund, and the changes that make one grouping of another.

use super::baseline::Baseline;
use super::kansli::{Kansli, KansliRule, SplitBy};
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::name::canonical;
use super::recorder::{KansliTaker, Recorder, Silent, Step};
use super::rounding::share_by_weight;

/// Names a row for as long as it exists; never used again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RowId(u32);

/// A förbund, or the row of one outside the baseline that receives kommuner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its identity.
    pub id: RowId,
    /// Its name.
    pub name: String,
    /// Whether it stands for a förbund outside the baseline.
    pub outside: bool,
    /// Its kommuner, in order of kommunkod.
    pub members: Vec<KommunId>,
    /// The cost of its own kansli, without its share of a shared one.
    pub kansli: Kansli,
    /// Which shared kanslier it takes part in, as positions in [`Grouping::shared`]; a merged förbund can have
    /// inherited several.
    pub shared: Vec<usize>,
    /// The rules that decided its kansli, where nobody stated it.
    pub rules: Vec<KansliRule>,
    /// Kommuner that have left it since it came to be: where it ceases, those who have them now take over its
    /// kansli.
    departed: Vec<KommunId>,
}

/// A kansli shared by several förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedKansli {
    /// Its cost, kr a year.
    pub cost: Kronor,
    /// How it is split.
    pub split_by: SplitBy,
}

/// A part of a split förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its kommuner.
    pub kommuner: Vec<KommunId>,
    /// What its kansli costs, if stated.
    pub kansli: Option<Kronor>,
}

/// A change, all names resolved. Positions in errors count in the lists given here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Kommuner move to a förbund, from another one or from none.
    Move {
        /// Who moves.
        kommuner: Vec<KommunId>,
        /// Where to.
        to: RowId,
        /// What the receiver's kansli costs afterwards, if stated.
        kansli: Option<Kronor>,
    },
    /// Kommuner move to a förbund outside the baseline.
    MoveOutside {
        /// Who moves.
        kommuner: Vec<KommunId>,
        /// The name of that förbund.
        outside: String,
    },
    /// Two or more förbund become one.
    Merge {
        /// The parts.
        parts: Vec<RowId>,
        /// The name of the whole.
        into: String,
        /// What its kansli costs, if stated.
        kansli: Option<Kronor>,
    },
    /// A förbund becomes two or more.
    Split {
        /// The whole.
        whole: RowId,
        /// The parts; every kommun of the whole is in exactly one.
        into: Vec<Part>,
    },
    /// A förbund is created.
    Create {
        /// Its name.
        name: String,
        /// Its kommuner, from any förbund or from none.
        kommuner: Vec<KommunId>,
        /// What its kansli costs, if stated.
        kansli: Option<Kronor>,
    },
    /// Förbund share a kansli, which replaces their own.
    ShareKansli {
        /// Who shares it.
        participants: Vec<RowId>,
        /// Its cost, kr a year.
        cost: Kronor,
        /// How it is split.
        split_by: SplitBy,
    },
}

/// Why a change cannot be done. Nothing has been changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeError {
    /// The kommun at this position stands earlier in the same change too.
    #[error("kommun {0} stands twice")]
    KommunTwice(usize),
    /// The kommun at this position is in the receiving förbund already.
    #[error("kommun {0} is there already")]
    AlreadyThere(usize),
    /// The kommun at this position is in no förbund and cannot move outside.
    #[error("kommun {0} is in no förbund")]
    NotAMember(usize),
    /// The kommun at this position joins from no förbund; on a calibrated basis its part is not known.
    #[error("the part of kommun {0} is not known on a calibrated basis")]
    JoinsCalibrated(usize),
    /// The name given to an outside förbund is that of a förbund.
    #[error("the outside förbund is one of the baseline")]
    OutsideIsForbund,
    /// The new name (of the part at this position, else 0) is taken.
    #[error("the name of part {0} is taken")]
    NameTaken(usize),
    /// The part at this position has the name of an earlier part.
    #[error("part {0} has the name of an earlier part")]
    PartsAlike(usize),
    /// The förbund at this position stands earlier in the same change too.
    #[error("förbund {0} stands twice")]
    ForbundTwice(usize),
    /// At least two are needed.
    #[error("at least two are needed")]
    TooFew,
    /// The part at this position names this kommun, which is not in the whole.
    #[error("kommun {1} of part {0} is not in the whole")]
    SplitForeign(usize, usize),
    /// The part at this position names this kommun, which is in an earlier part.
    #[error("kommun {1} of part {0} is in an earlier part")]
    SplitTwice(usize, usize),
    /// These kommuner of the whole are in no part.
    #[error("some kommuner are in no part")]
    SplitMissing(Vec<KommunId>),
    /// The förbund with this name would have no inhabitants 16–64.
    #[error("{0} would have no inhabitants 16–64")]
    NoInhabitants(String),
}

/// A grouping of kommuner into förbund, with what their kanslier cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grouping {
    rows: Vec<Row>,
    next_id: u32,
    /// Where each kommun of the table is.
    row_of: Vec<Option<RowId>>,
    /// Whether the change that brought each kommun where it is stated the receiver's kansli.
    brought_stated: Vec<bool>,
    shared: Vec<SharedKansli>,
    ended: Vec<KansliRule>,
    /// Kommuner that belonged to no förbund before.
    joined: Vec<KommunId>,
}

impl Grouping {
    /// The grouping of the baseline.
    #[must_use]
    pub fn new(baseline: &Baseline) -> Self {
        let mut grouping = Self {
            rows: Vec::with_capacity(baseline.forbund.len()),
            next_id: 0,
            row_of: vec![None; baseline.kommuner.len()],
            brought_stated: vec![false; baseline.kommuner.len()],
            shared: Vec::new(),
            ended: Vec::new(),
            joined: Vec::new(),
        };
        for forbund in &baseline.forbund {
            let kansli = Kansli::stated(forbund.kansli).unwrap_or(Kansli::Unknown);
            let row = grouping.new_row(&forbund.name, false, forbund.members.clone(), kansli);
            grouping.rows.push(row);
        }
        grouping
    }

    /// The rows in the order of the tables: förbund first, outside ones after all.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The förbund, without outside rows.
    pub fn forbund(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.outside)
    }

    /// How many förbund there are, outside ones not counted.
    #[must_use]
    pub fn forbund_count(&self) -> usize {
        self.forbund().count()
    }

    /// The row a kommun is in.
    #[must_use]
    pub fn row_of(&self, kommun: KommunId) -> Option<&Row> {
        self.row_of[kommun.index()].and_then(|id| self.row(id))
    }

    /// The row with this id, if it still exists.
    #[must_use]
    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The shared kanslier.
    #[must_use]
    pub fn shared(&self) -> &[SharedKansli] {
        &self.shared
    }

    /// The rules that decided costs nobody stated, each once, as far as they still have an effect.
    #[must_use]
    pub fn rules(&self) -> Vec<KansliRule> {
        let mut rules: Vec<KansliRule> = Vec::new();
        for rule in self.rows.iter().flat_map(|row| &row.rules).chain(&self.ended) {
            if !rules.contains(rule) {
                rules.push(rule.clone());
            }
        }
        for (number, shared) in self.shared.iter().enumerate() {
            let forbund: Vec<String> = self
                .rows
                .iter()
                .filter(|row| row.shared.contains(&number))
                .map(|row| row.name.clone())
                .collect();
            if !forbund.is_empty() {
                rules.push(KansliRule::Shared { forbund, cost: shared.cost, split_by: shared.split_by });
            }
        }
        rules
    }

    /// Kommuner that are in a row now and were in no förbund of the baseline, in the order they joined.
    #[must_use]
    pub fn joined(&self) -> &[KommunId] {
        &self.joined
    }

    /// Does a change.
    ///
    /// # Errors
    /// If it cannot be done; the grouping is then as it was.
    pub fn apply(&mut self, change: &Change, baseline: &Baseline) -> Result<(), ChangeError> {
        self.apply_recorded(change, baseline, &mut Silent)
    }

    /// [`Grouping::apply`] that tells whose kansli becomes whose.
    ///
    /// # Errors
    /// As [`Grouping::apply`]; what was told until then is of no use.
    pub fn apply_recorded<R: Recorder>(
        &mut self,
        change: &Change,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        let mut after = self.clone();
        match change {
            Change::Move { kommuner, to, kansli } => {
                after.move_to(kommuner, *to, *kansli, baseline, recorder)?;
            }
            Change::MoveOutside { kommuner, outside } => {
                after.move_outside(kommuner, outside, baseline, recorder)?;
            }
            Change::Merge { parts, into, kansli } => after.merge(parts, into, *kansli, recorder)?,
            Change::Split { whole, into } => after.split(*whole, into, baseline, recorder)?,
            Change::Create { name, kommuner, kansli } => {
                after.create(name, kommuner, *kansli, baseline, recorder)?;
            }
            Change::ShareKansli { participants, cost, split_by } => {
                after.share_kansli(participants, *cost, *split_by, recorder)?;
            }
        }
        if let Some(row) = after.rows.iter().find(|row| inhabitants(&row.members, baseline) == 0) {
            return Err(ChangeError::NoInhabitants(row.name.clone()));
        }
        *self = after;
        Ok(())
    }

    fn move_to<R: Recorder>(
        &mut self,
        kommuner: &[KommunId],
        to: RowId,
        kansli: Option<Kronor>,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner)?;
        if let Some(position) = kommuner.iter().position(|kommun| self.row_of[kommun.index()] == Some(to)) {
            return Err(ChangeError::AlreadyThere(position));
        }
        self.refuse_unknown_part(kommuner, baseline)?;
        if let Some(cost) = kansli {
            self.row_mut(to).state(Kansli::Known(cost));
            recorder.record(|| Step::KansliStated { row: to, part: None, cost });
        }
        self.take(kommuner, to, kansli.is_some());
        self.let_empty_rows_cease(baseline, recorder);
        Ok(())
    }

    fn move_outside<R: Recorder>(
        &mut self,
        kommuner: &[KommunId],
        outside: &str,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner)?;
        if let Some(position) = kommuner.iter().position(|kommun| self.row_of[kommun.index()].is_none()) {
            return Err(ChangeError::NotAMember(position));
        }
        let name = canonical(outside);
        if self.forbund().any(|row| canonical(&row.name) == name) {
            return Err(ChangeError::OutsideIsForbund);
        }
        let existing = self.rows.iter().find(|row| row.outside && canonical(&row.name) == name);
        let to = if let Some(row) = existing {
            row.id
        } else {
            let row = self.new_row(outside, true, Vec::new(), Kansli::Known(Kronor::ZERO));
            let id = row.id;
            self.rows.push(row);
            id
        };
        if let Some(position) = kommuner.iter().position(|kommun| self.row_of[kommun.index()] == Some(to)) {
            return Err(ChangeError::AlreadyThere(position));
        }
        self.take(kommuner, to, false);
        self.let_empty_rows_cease(baseline, recorder);
        Ok(())
    }

    fn merge<R: Recorder>(
        &mut self,
        parts: &[RowId],
        into: &str,
        kansli: Option<Kronor>,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated_rows(parts)?;
        if parts.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        self.refuse_taken_name(into, parts, 0)?;
        let mut members = Vec::new();
        let mut sum = Kansli::Known(Kronor::ZERO);
        let (mut shared, mut rules) = (Vec::new(), Vec::new());
        for part in self.rows.iter().filter(|row| parts.contains(&row.id)) {
            members.extend_from_slice(&part.members);
            sum = sum.plus(part.kansli);
            rules.extend(part.rules.iter().cloned());
            shared.extend(
                part.shared.iter().copied().filter(|number| !shared.contains(number)).collect::<Vec<_>>(),
            );
        }
        let mut merged = self.new_row(into, false, members, sum);
        rules.push(KansliRule::MergedSum { forbund: into.to_owned() });
        (merged.shared, merged.rules) = (shared, rules);
        if let Some(cost) = kansli {
            merged.state(Kansli::Known(cost));
        }
        let row = merged.id;
        recorder.record(|| match kansli {
            Some(cost) => Step::KansliStated { row, part: None, cost },
            None => Step::KansliMerged { into: row, parts: parts.to_vec() },
        });
        self.replace(parts, vec![merged]);
        Ok(())
    }

    fn split<R: Recorder>(
        &mut self,
        whole: RowId,
        into: &[Part],
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        if into.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        let Row { members, kansli: cost, name, shared, rules, .. } = self.row_mut(whole).clone();
        let mut seen: Vec<KommunId> = Vec::with_capacity(members.len());
        for (position, part) in into.iter().enumerate() {
            for (kommun_position, kommun) in part.kommuner.iter().enumerate() {
                if !members.contains(kommun) {
                    return Err(ChangeError::SplitForeign(position, kommun_position));
                }
                if seen.contains(kommun) {
                    return Err(ChangeError::SplitTwice(position, kommun_position));
                }
                seen.push(*kommun);
            }
            self.refuse_taken_name(&part.name, &[whole], position)?;
            let name = canonical(&part.name);
            if into[..position].iter().any(|earlier| canonical(&earlier.name) == name) {
                return Err(ChangeError::PartsAlike(position));
            }
        }
        let missing: Vec<_> = members.iter().copied().filter(|kommun| !seen.contains(kommun)).collect();
        if !missing.is_empty() {
            return Err(ChangeError::SplitMissing(missing));
        }
        let takers: Vec<_> =
            into.iter().map(|part| (lowest(&part.kommuner), inhabitants(&part.kommuner, baseline))).collect();
        let shares = share_kansli(cost, &takers);
        let parts: Vec<Row> = into
            .iter()
            .zip(shares.iter().copied())
            .map(|(part, share)| {
                let mut row = self.new_row(&part.name, false, part.kommuner.clone(), share);
                row.shared.clone_from(&shared);
                row.rules.clone_from(&rules);
                row.rules.push(KansliRule::SplitByInhabitants { forbund: name.clone() });
                if let Some(cost) = part.kansli {
                    row.state(Kansli::Known(cost));
                }
                row
            })
            .collect();
        recorder.record(|| Step::KansliDivided {
            from: whole,
            name: name.clone(),
            cost,
            takers: parts
                .iter()
                .zip(into)
                .zip(shares)
                .map(|((row, part), share)| KansliTaker {
                    row: row.id,
                    name: row.name.clone(),
                    kommuner: row.members.clone(),
                    share,
                    stated: part.kansli.is_some(),
                })
                .collect(),
        });
        for (position, (row, part)) in parts.iter().zip(into).enumerate() {
            if let Some(cost) = part.kansli {
                recorder.record(|| Step::KansliStated { row: row.id, part: Some(position), cost });
            }
        }
        self.replace(&[whole], parts);
        Ok(())
    }

    fn create<R: Recorder>(
        &mut self,
        name: &str,
        kommuner: &[KommunId],
        kansli: Option<Kronor>,
        baseline: &Baseline,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated(kommuner)?;
        self.refuse_unknown_part(kommuner, baseline)?;
        // A förbund that this change empties gives its name free.
        let emptied: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.members.iter().all(|member| kommuner.contains(member)))
            .map(|row| row.id)
            .collect();
        self.refuse_taken_name(name, &emptied, 0)?;
        let row = self.new_row(name, false, Vec::new(), Kansli::stated(kansli).unwrap_or(Kansli::Unstated));
        let id = row.id;
        // Outside rows stand after all förbund.
        let place = self.rows.iter().position(|row| row.outside).unwrap_or(self.rows.len());
        self.rows.insert(place, row);
        if let Some(cost) = kansli {
            recorder.record(|| Step::KansliStated { row: id, part: None, cost });
        }
        self.take(kommuner, id, kansli.is_some());
        self.let_empty_rows_cease(baseline, recorder);
        Ok(())
    }

    fn share_kansli<R: Recorder>(
        &mut self,
        participants: &[RowId],
        cost: Kronor,
        split_by: SplitBy,
        recorder: &mut R,
    ) -> Result<(), ChangeError> {
        refuse_repeated_rows(participants)?;
        if participants.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        for &participant in participants {
            let number = self.shared.len();
            let row = self.row_mut(participant);
            row.state(Kansli::Known(Kronor::ZERO));
            row.shared.push(number);
            recorder.record(|| Step::KansliReplaced { row: participant });
        }
        self.shared.push(SharedKansli { cost, split_by });
        Ok(())
    }

    /// Takes kommuner out of where they are and into `to`.
    fn take(&mut self, kommuner: &[KommunId], to: RowId, stated: bool) {
        for &kommun in kommuner {
            self.brought_stated[kommun.index()] = stated;
            match self.row_of[kommun.index()].replace(to) {
                None => self.joined.push(kommun),
                Some(from) => {
                    let from = self.row_mut(from);
                    from.members.retain(|&member| member != kommun);
                    from.departed.push(kommun);
                }
            }
            let to = self.row_mut(to);
            // One who comes back has not departed.
            to.departed.retain(|&departed| departed != kommun);
            to.members.push(kommun);
            to.members.sort_unstable();
        }
    }

    /// A förbund left without kommuner ceases, and its kansli goes to those who received its kommuner.
    fn let_empty_rows_cease<R: Recorder>(&mut self, baseline: &Baseline, recorder: &mut R) {
        while let Some(position) = self.rows.iter().position(|row| row.members.is_empty()) {
            let ceased = self.rows.remove(position);
            if !ceased.outside {
                self.pass_on(&ceased, baseline, recorder);
            }
        }
    }

    fn pass_on<R: Recorder>(&mut self, ceased: &Row, baseline: &Baseline, recorder: &mut R) {
        struct Receiver {
            id: RowId,
            lowest: KommunId,
            inhabitants: u64,
            stated: bool,
        }
        let mut receivers: Vec<Receiver> = Vec::new();
        for &kommun in &ceased.departed {
            let stated = self.brought_stated[kommun.index()];
            let Some(row) = self.row_of(kommun).filter(|row| !row.outside) else { continue };
            let received = baseline.kommuner.get(kommun).befolkning_16_64;
            if let Some(receiver) = receivers.iter_mut().find(|receiver| receiver.id == row.id) {
                receiver.inhabitants += received;
                receiver.stated |= stated;
            } else {
                let (id, lowest) = (row.id, lowest(&row.members));
                receivers.push(Receiver { id, lowest, inhabitants: received, stated });
            }
        }
        if receivers.is_empty() {
            self.ended.push(KansliRule::Ended { from: ceased.name.clone() });
            return;
        }
        let takers: Vec<_> = receivers.iter().map(|taker| (taker.lowest, taker.inhabitants)).collect();
        let shares = share_kansli(ceased.kansli, &takers);
        let received = |id: RowId| {
            let departed = ceased.departed.iter().copied();
            departed.filter(|kommun| self.row_of[kommun.index()] == Some(id)).collect()
        };
        recorder.record(|| Step::KansliDivided {
            from: ceased.id,
            name: ceased.name.clone(),
            cost: ceased.kansli,
            takers: receivers
                .iter()
                .zip(&shares)
                .map(|(receiver, share)| KansliTaker {
                    row: receiver.id,
                    name: self.row(receiver.id).map(|row| row.name.clone()).unwrap_or_default(),
                    kommuner: received(receiver.id),
                    share: *share,
                    stated: receiver.stated,
                })
                .collect(),
        });
        // A shared kansli that nobody else takes part in goes to the receivers too; else the others carry it.
        let orphaned: Vec<usize> = ceased
            .shared
            .iter()
            .copied()
            .filter(|number| !self.rows.iter().any(|row| row.shared.contains(number)))
            .collect();
        let names = |stated: bool| {
            let named = receivers.iter().filter(|receiver| receiver.stated == stated);
            named.filter_map(|receiver| self.row(receiver.id)).map(|row| row.name.clone()).collect()
        };
        let rule = KansliRule::PassedOn { from: ceased.name.clone(), to: names(false), stated: names(true) };
        for (receiver, share) in receivers.into_iter().zip(shares) {
            let row = self.row_mut(receiver.id);
            if !receiver.stated {
                row.kansli = row.kansli.receive(share);
                row.rules.extend(ceased.rules.iter().cloned());
                row.shared.extend_from_slice(&orphaned);
            }
            row.rules.push(rule.clone());
        }
    }

    /// Puts `new` where the first of `old` stood, and lets `old` go.
    fn replace(&mut self, old: &[RowId], new: Vec<Row>) {
        let place = self.rows.iter().position(|row| old.contains(&row.id)).unwrap_or(0);
        self.rows.retain(|row| !old.contains(&row.id));
        self.rows.splice(place..place, new);
    }

    fn new_row(&mut self, name: &str, outside: bool, mut members: Vec<KommunId>, kansli: Kansli) -> Row {
        let id = RowId(self.next_id);
        self.next_id += 1;
        members.sort_unstable();
        for member in &members {
            self.row_of[member.index()] = Some(id);
        }
        Row {
            id,
            name: name.to_owned(),
            outside,
            members,
            kansli,
            shared: Vec::new(),
            rules: Vec::new(),
            departed: Vec::new(),
        }
    }

    /// Ids are handed out by this grouping and looked up while the row exists.
    fn row_mut(&mut self, id: RowId) -> &mut Row {
        self.rows.iter_mut().find(|row| row.id == id).expect("a row id that this grouping handed out")
    }

    fn refuse_unknown_part(&self, kommuner: &[KommunId], baseline: &Baseline) -> Result<(), ChangeError> {
        if baseline.is_national() {
            return Ok(());
        }
        let joins = kommuner.iter().position(|kommun| self.row_of[kommun.index()].is_none());
        joins.map_or(Ok(()), |position| Err(ChangeError::JoinsCalibrated(position)))
    }

    fn refuse_taken_name(&self, name: &str, but_of: &[RowId], position: usize) -> Result<(), ChangeError> {
        let name = canonical(name);
        let taken = self.rows.iter().any(|row| !but_of.contains(&row.id) && canonical(&row.name) == name);
        if taken { Err(ChangeError::NameTaken(position)) } else { Ok(()) }
    }
}

impl Row {
    /// Gives it a kansli that somebody stated; whatever decided the cost before no longer does.
    fn state(&mut self, kansli: Kansli) {
        self.kansli = kansli;
        self.shared.clear();
        self.rules.clear();
    }
}

/// Shares a kansli over those who take it over, each given as its lowest kommunkod (which decides ties) and its
/// weight.
fn share_kansli(cost: Kansli, takers: &[(KommunId, u64)]) -> Vec<Kansli> {
    let Kansli::Known(cost) = cost else { return vec![Kansli::Unknown; takers.len()] };
    share_in_order(cost, takers).into_iter().map(Kansli::Known).collect()
}

/// Shares a sum by weight; equal fractions go to the lowest kommunkod, whatever the order of the list.
pub(super) fn share_in_order(sum: Kronor, takers: &[(KommunId, u64)]) -> Vec<Kronor> {
    let mut order: Vec<usize> = (0..takers.len()).collect();
    order.sort_by_key(|&taker| takers[taker].0);
    let weights: Vec<u64> = order.iter().map(|&taker| takers[taker].1).collect();
    let mut shares = vec![Kronor::ZERO; takers.len()];
    for (&taker, share) in order.iter().zip(share_by_weight(sum.unsigned(), &weights)) {
        shares[taker] = super::kernel::kronor(share);
    }
    shares
}

/// Inhabitants 16–64 of a group of kommuner.
#[must_use]
pub fn inhabitants(kommuner: &[KommunId], baseline: &Baseline) -> u64 {
    kommuner.iter().map(|&kommun| baseline.kommuner.get(kommun).befolkning_16_64).sum()
}

/// The lowest kommunkod of a group, which decides ties.
pub(super) fn lowest(kommuner: &[KommunId]) -> KommunId {
    kommuner.iter().copied().min().unwrap_or(KommunId::new(usize::from(u16::MAX)))
}

fn refuse_repeated(kommuner: &[KommunId]) -> Result<(), ChangeError> {
    let repeated = (1..kommuner.len()).find(|&position| kommuner[..position].contains(&kommuner[position]));
    repeated.map_or(Ok(()), |position| Err(ChangeError::KommunTwice(position)))
}

fn refuse_repeated_rows(rows: &[RowId]) -> Result<(), ChangeError> {
    let repeated = (1..rows.len()).find(|&position| rows[..position].contains(&rows[position]));
    repeated.map_or(Ok(()), |position| Err(ChangeError::ForbundTwice(position)))
}
