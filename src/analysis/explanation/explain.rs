//! The explanation of one figure.

use super::explainer::Explainer;
use super::metric::{self, Figure, MetricError, Question};
use super::node::Node;

impl Explainer<'_> {
    /// How a figure came about.
    ///
    /// # Errors
    /// If the metric is no figure of the result, or one that is not known or not computed.
    pub fn explain(&self, question: &Question) -> Result<Node, MetricError> {
        let kommuner = &self.baseline().kommuner;
        let path = question.path(self.result, kommuner).map_err(MetricError::Check)?;
        let figure = metric::figure(&path).ok_or(MetricError::NotComputed)?;
        let last_year = self.scenario.path.as_ref().and_then(|path| path.years.last());
        let is_last = self.scenario.year().map(|of_year| of_year.year) == last_year.map(|last| last.year);
        let is_of_last = matches!(figure, Figure::BreakEven(..) | Figure::Engangskostnad | Figure::Size(_));
        if is_of_last && !is_last {
            return Err(MetricError::OfAllYears);
        }
        let mut node = self.figure(&figure).ok_or(MetricError::NotComputed)?;
        self.kept.put_in(&mut node);
        node.without_metrics_of_parts(false);
        Ok(node)
    }

    pub(super) fn figure(&self, figure: &Figure) -> Option<Node> {
        match figure {
            Figure::Total(side, field) => self.total(*side, *field),
            Figure::Delta(net, field) => self.delta(*net, *field),
            Figure::BreakEven(breaking, net) => self.break_even(*breaking, *net),
            Figure::Engangskostnad => Some(self.engangskostnad()),
            Figure::Row(side, row, field) => self.row(*side, *row, *field),
            Figure::RowRegion(side, row, region) => self.row_region(*side, *row, *region),
            Figure::Kommun(kommun, paying) => self.kommun(*kommun, *paying),
            Figure::AllInsatser(side) => self.all_insatser(*side),
            Figure::AllResults(side, worth) => self.worth_of_all(*side, *worth),
            Figure::Size(size) => self.size(*size),
            Figure::Region(region, paying) => self.region(*region, *paying),
        }
    }
}
