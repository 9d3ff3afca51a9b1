//! `finsam data kommuner`: the codes and names of kommuner.
//!
//! People who look for a kommun that is not there get an error, with exit status 2. Programs get an empty table: to
//! them that nothing was found is an answer.

use super::data_page;
use super::ending::Ending;
use super::settings::KommunerSettings;
use crate::diagnostic::{CommandProblem, Diagnostic};
use crate::input::files::Files;
use crate::input::names::near;
use crate::input::table_file;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::name::folded;
use crate::report::kommun_list;

/// Answers.
///
/// # Errors
/// All that is wrong with the table, or that nothing was found.
pub(super) fn run(settings: &KommunerSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    data_page::answer(&files, &settings.page, |files, warnings| {
        let location = data_page::table(files, settings.table.as_deref())?;
        let loaded = table_file::load(files, &location, settings.year, warnings)?;
        let kommuner = &loaded.table.kommuner;
        let found = match &settings.word {
            Some(word) => find(word, kommuner),
            None => kommuner.iter().map(|(id, _)| id).collect(),
        };
        if let (true, false, Some(word)) =
            (found.is_empty(), data_page::for_programs(&settings.page), &settings.word)
        {
            let problem = CommandProblem::NoKommunFound { word: word.clone() };
            return Err(Diagnostic::without_place(problem).into());
        }
        Ok(kommun_list::document(kommuner, &found, settings.page.language))
    })?;
    Ok(Ending::Done)
}

/// The kommuner whose name contains a word or whose code starts with it, by kommunkod; where there are none, those
/// with a name near to it, the nearest first.
fn find(word: &str, kommuner: &Kommuner) -> Vec<KommunId> {
    let wanted = folded(word);
    let is_code = !wanted.is_empty() && wanted.bytes().all(|byte| byte.is_ascii_digit());
    let fits = |(_, kommun): &(KommunId, &crate::model::kommun::Kommun)| {
        folded(&kommun.name).contains(&wanted) || is_code && kommun.kommunkod.to_string().starts_with(&wanted)
    };
    let found: Vec<KommunId> = kommuner.iter().filter(fits).map(|(id, _)| id).collect();
    if !found.is_empty() {
        return found;
    }
    let mut similar: Vec<(usize, KommunId)> = kommuner
        .iter()
        .filter_map(|(id, kommun)| {
            let distance = near(word, std::iter::once(kommun.name.as_str())).next();
            distance.map(|(distance, _)| (distance, id))
        })
        .collect();
    similar.sort_unstable();
    similar.into_iter().map(|(_, id)| id).collect()
}
