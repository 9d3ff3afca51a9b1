//! A scenario with all that an explanation of it needs.

use std::sync::Arc;

use finsam::analysis::explanation::{Explainer, MetricError, Node, Places, Question};
use finsam::analysis::result::ScenarioResult;
use finsam::analysis::simulation::simulate;
use finsam::diagnostic::Diagnostics;
use finsam::input::files::{Files, LARGEST_DOCUMENT, Location};
use finsam::input::scenario::LoadedScenario;
use finsam::input::scenario_file::ScenarioFile;
use finsam::input::scenario_resolver::resolve;
use finsam::input::{baseline, text_file};

pub(super) struct Computed {
    pub(super) scenario: LoadedScenario,
    pub(super) result: ScenarioResult,
    places: Places,
}

impl Computed {
    /// These changes of a baseline that stands in memory, with its table.
    pub(super) fn held(table: &str, baseline: String, changes: &str) -> (Files, Self) {
        let files = Files::held([
            ("kommuner.csv", table.to_owned()),
            ("utgangslage.toml", baseline),
            ("scenario.toml", format!("name = \"S\"\nbaseline = \"utgangslage.toml\"\n{changes}")),
        ]);
        let computed = Self::at(&files, &Location::Held("scenario.toml".to_owned()));
        (files, computed)
    }

    /// A scenario that is sound.
    pub(super) fn at(files: &Files, location: &Location) -> Self {
        let mut found = Diagnostics::default();
        let text = text_file::read(files, location, LARGEST_DOCUMENT, &mut found).expect("a file");
        let file = ScenarioFile::read(&text, &mut found).expect("a scenario");
        let path = file.baseline.as_ref().expect("a baseline");
        let baseline = baseline::load(files, &location.beside(&path.value), None, &mut found).expect("sound");
        let scenario =
            resolve(&file, &text, location.display(), Arc::new(baseline), &mut found).expect("sound");
        let result = simulate(&scenario).expect("computable");
        let places = Places::of(files, &scenario).expect("places");
        Self { scenario, result, places }
    }

    pub(super) fn explainer(&self) -> Explainer<'_> {
        Explainer::new(&self.scenario, &self.result, &self.places).expect("computable")
    }

    pub(super) fn explain(&self, metric: &str) -> Result<Node, MetricError> {
        self.explainer().explain(&Question { metric: metric.to_owned(), row: None, net: false })
    }
}
