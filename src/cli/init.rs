//! `finsam init`: the files that a new inquiry begins with.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::data_page;
use super::ending::Ending;
use super::output;
use super::settings::InitSettings;
use super::terminal;
use super::transaction::{self, NewFile};
use super::written_path::written_path;
use crate::analysis::inquiry;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Source};
use crate::input::files::{Files, LARGEST_TABLE, Location};
use crate::input::lan;
use crate::input::lookup::{BASELINE, OWN_TABLE};
use crate::input::number;
use crate::input::table_file::{self, BUILTIN_TABLE, FEWEST_IN_COUNTRY, StandaloneTable};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::render::clean;
use crate::schema::{self, Subject};
use crate::starter::alternatives::{self, Alternative};
use crate::starter::division::{self, Division, Origin};
use crate::starter::files::{SCHEMAS, Start, rest_sums};
use crate::text::label::column_in_sentence;
use crate::text::language::Language;
use crate::text::say;

/// Writes the files and says what to run next.
///
/// # Errors
/// All that is wrong with the table or with what was typed, or if a file is there already or cannot be written.
/// Then nothing is written.
pub(super) fn run(settings: &InitSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    let mut warnings = Diagnostics::default();
    let language = settings.language;
    let folder = PathBuf::from(settings.folder.as_deref().unwrap_or(""));
    let kansli = settings.kansli.as_deref().map(amount).transpose()?;
    let location = table(&files, settings, &folder)?;
    let table = table_file::load(&files, &location, settings.year, &mut warnings)?;
    let division = division::divide(&settings.request, &table)
        .map_err(|found| with_lan(found, settings.folder.as_deref()))?;
    let table_path = written_path(&location, &folder)?;
    let start = Start {
        division: &division,
        table: &table,
        table_path: &table_path,
        rest: rest(&files, &table, &division)?,
        kansli,
        language,
    };
    let alternatives = alternatives::possible(&division, &table.table, kansli, language);
    let mut written = vec![NewFile { path: folder.join(BASELINE), bytes: start.baseline().into_bytes() }];
    written.extend(alternatives.iter().map(|alternative| {
        let path = folder.join("scenarios").join(format!("{}.toml", alternative.stem()));
        NewFile { path, bytes: start.scenario(alternative).into_bytes() }
    }));
    let schemas = [Subject::Baseline, Subject::Scenario].map(|subject| {
        let path = folder.join(SCHEMAS).join(subject.file_name());
        NewFile { path, bytes: schema::text(subject, language).into_bytes() }
    });
    // A schema that is there already is as good.
    let is_there = |file: &NewFile| files.holds(&file.path, &file.bytes);
    written.extend(schemas.into_iter().filter(|file| !is_there(file)));
    // Files that are there already are reported before anything else could be wrong with the new ones.
    if !settings.force {
        refuse_existing(&written)?;
    }
    prove(&files, &start, &alternatives)?;
    let report = report(&start, &alternatives, &written, &folder);
    transaction::write(&written, settings.force, true, || {
        terminal::report(&warnings, language);
        output::print(&report)
    })?;
    Ok(Ending::Done)
}

/// Refuses files that are there already.
fn refuse_existing(files: &[NewFile]) -> Result<(), Diagnostics> {
    // A link that points nowhere is something too.
    let existing = files.iter().filter(|file| std::fs::symlink_metadata(&file.path).is_ok());
    let paths: Vec<String> = existing.map(|file| Location::Disk(file.path.clone()).display()).collect();
    if paths.is_empty() {
        Ok(())
    } else {
        Err(Diagnostic::without_place(CommandProblem::FilesExist { paths }).into())
    }
}

/// The problems, with the län that was meant where the folder is called like one.
fn with_lan(found: Diagnostics, folder: Option<&str>) -> Diagnostics {
    let folder = folder.filter(|folder| lan::find(folder).is_some());
    let without = CommandProblem::NoKommunerGiven { lan: None };
    match folder {
        Some(folder) if found.iter().any(|one| one.problem == without.clone().into()) => {
            let problem = CommandProblem::NoKommunerGiven { lan: Some(folder.to_owned()) };
            Diagnostic::without_place(problem).into()
        }
        _ => found,
    }
}

/// What a kansli costs, as typed.
fn amount(written: &str) -> Result<Kronor, Diagnostics> {
    number::whole_kronor(written).ok_or_else(|| {
        let source = Source::typed("--kansli", written);
        Diagnostic::at(CommandProblem::KansliUnusable, &source, 0..written.len()).into()
    })
}

/// The table given, else that of the folder, else the built-in one.
fn table(files: &Files, settings: &InitSettings, folder: &Path) -> Result<Location, Diagnostics> {
    let own = Location::Disk(folder.join(OWN_TABLE));
    if settings.table.is_none() && files.is_file(&own) {
        return Ok(own);
    }
    data_page::table(files, settings.table.as_deref())
}

/// The rest of the country, where the table does not have it: counted as nothing, it would leave all of the
/// country's money to the förbund of the table.
fn rest(
    files: &Files,
    table: &StandaloneTable,
    division: &Division,
) -> Result<Option<crate::starter::files::RestSums>, Diagnostics> {
    if table.table.kommuner.len() >= FEWEST_IN_COUNTRY {
        return Ok(None);
    }
    let location = Location::Builtin(BUILTIN_TABLE.to_owned());
    let mut warnings = Diagnostics::default();
    let of_year = table_file::load(files, &location, table.table.year, &mut warnings);
    let builtin = match of_year {
        Ok(builtin) => builtin,
        Err(_) => table_file::load(files, &location, None, &mut warnings)?,
    };
    let members: Vec<KommunId> = division.forbund.iter().flat_map(|group| group.members.clone()).collect();
    Ok(Some(rest_sums(&builtin, &table.table.kommuner, &members)))
}

/// Makes sure that the files can be computed before they are written.
fn prove(files: &Files, start: &Start<'_>, alternatives: &[Alternative]) -> Result<(), Diagnostics> {
    let baseline = Location::Held(BASELINE.to_owned());
    let mut held = vec![(BASELINE.to_owned(), start.baseline().into_bytes())];
    let table = &start.table.location;
    if let Location::Disk(_) = table {
        let bytes = files.read(table, LARGEST_TABLE).map_err(Diagnostic::without_place)?;
        held.push((baseline.beside(start.table_path).display(), bytes));
    }
    let mut locations = Vec::new();
    for alternative in alternatives {
        let path = format!("scenarios/{}.toml", alternative.stem());
        held.push((path.clone(), start.scenario(alternative).into_bytes()));
        locations.push(Location::Held(path));
    }
    inquiry::compute_at(&Files::held(held), &locations)?;
    Ok(())
}

/// What was written, what to know of it, and what to run next.
fn report(start: &Start<'_>, alternatives: &[Alternative], written: &[NewFile], folder: &Path) -> String {
    let language = start.language;
    let mut out = say!(language, "Skrev:", "Wrote:") + "\n";
    let paths: Vec<String> = written.iter().map(|file| shown_path(&file.path)).collect();
    let width = paths.iter().map(|path| path.chars().count()).max().unwrap_or(0);
    let what =
        std::iter::once(say!(language, "utgångsläget: dagens förbund", "the baseline: today's förbund"))
            .chain(alternatives.iter().map(|alternative| alternative.description(language)))
            .chain(std::iter::repeat_with(|| {
                say!(
                    language,
                    "låter editorer fylla i nycklar och visa vad de betyder",
                    "lets editors complete keys and show what they mean"
                )
            }));
    for (path, what) in paths.iter().zip(what) {
        let blanks = " ".repeat(width - path.chars().count());
        let _ = writeln!(out, "  {path}{blanks}  {}", clean::line(&what));
    }
    let _ = writeln!(out, "\n{}", say!(language, "Att veta:", "To know:"));
    for note in notes(start, paths.first().map_or(BASELINE, String::as_str)) {
        let _ = writeln!(out, "• {}", clean::line(&note));
    }
    let _ = writeln!(out, "\n{}", say!(language, "Kör härnäst:", "Run next:"));
    if !folder.as_os_str().is_empty() && folder != Path::new(".") {
        let _ = writeln!(out, "  cd {}", shell_word(&shown_path(folder)));
    }
    let english = if language == Language::English { " --lang en" } else { "" };
    let stems: Vec<&str> = alternatives.iter().map(Alternative::stem).collect();
    let _ = writeln!(out, "  finsam compare {}{english}", stems.join(" "));
    if let Some(changed) = stems.get(1) {
        let _ = writeln!(out, "  finsam simulate {changed}{english}");
    }
    out
}

fn notes(start: &Start<'_>, baseline: &str) -> Vec<String> {
    let (language, division) = (start.language, start.division);
    let table = start.table.location.display();
    let name = |kommun: &KommunId| start.table.table.kommuner.get(*kommun).name.clone();
    let names = |kommuner: &[KommunId]| language.list(&kommuner.iter().map(name).collect::<Vec<_>>());
    let mut notes = Vec::new();
    match division.origin {
        Origin::Stated => {}
        Origin::Table => notes.push(say!(
            language,
            "Förbunden är de som kolumnen forbund i {table} anger.",
            "The förbund are those of the column forbund in {table}."
        )),
        Origin::Example => notes.push(say!(
            language,
            "Indelningen i förbund är ett exempel: kommunerna är delade på hälften. Skriv dagens förbund i \
             {baseline}, eller kör om med --forbund \"Namn=kommun,kommun\" per förbund.",
            "The division into förbund is an example: the kommuner are halved. Write today's förbund in \
             {baseline}, or run again with --forbund \"Name=kommun,kommun\" per förbund."
        )),
    }
    if !division.added.is_empty() {
        let kommuner = names(&division.added);
        notes.push(say!(
            language,
            "Förbund är med hela; därför är även dessa kommuner med: {kommuner}.",
            "Förbund are there whole; hence these kommuner are there too: {kommuner}."
        ));
    }
    if !division.without.is_empty() {
        let kommuner = names(&division.without);
        notes.push(say!(
            language,
            "Inte med i något förbund: {kommuner}. De räknas till resten av riket.",
            "In none of the förbund: {kommuner}. They count as the rest of the country."
        ));
    }
    if division.forbund.len() == 1 {
        notes.push(say!(
            language,
            "Med ett enda förbund finns det inget att slå ihop eller dela kansli med. I stället skrevs en \
             delning och en flytt ut ur förbundet.",
            "With a single förbund there is nothing to merge or to share a kansli with. A split and a move \
             out of it were written instead."
        ));
    }
    if start.table.table.own_sums > 0 {
        let rows = start.table.table.own_sums;
        notes.push(match rows {
            1 => say!(
                language,
                "En rad i {table} är finsams egen summa och räknas inte en gång till.",
                "A row of {table} is a sum of finsam's own and is not counted once more."
            ),
            _ => say!(
                language,
                "{rows} rader i {table} är finsams egna summor och räknas inte en gång till.",
                "{rows} rows of {table} are sums of finsam's own and are not counted once more."
            ),
        });
    }
    if start.table.table.restored_zeros > 0 {
        let codes = start.table.table.restored_zeros;
        notes.push(say!(
            language,
            "Kommunkoder i {table} som ett kalkylprogram hade tagit nollan ifrån (604 är 0604): {codes}.",
            "Kommunkoder in {table} that a spreadsheet had taken the leading zero from (604 is 0604): \
             {codes}."
        ));
    }
    if start.kansli.is_none() {
        notes.push(say!(
            language,
            "Vad kanslierna kostar är okänt; därför visas inga pengar till insatser. Skriv kansli i \
             {baseline}, eller kör om med --kansli KR.",
            "What the kanslier cost is unknown; hence no money for insatser is shown. Write kansli in \
             {baseline}, or run again with --kansli KR."
        ));
    }
    if start.rest.is_some() {
        notes.push(say!(
            language,
            "{table} har inte hela riket; resten är summor ur den inbyggda tabellen.",
            "{table} does not have the whole country; the rest is sums of the built-in table."
        ));
    }
    let derived = start.table.sources.iter().filter(|source| source.derived);
    let derived: Vec<String> = derived.flat_map(|source| source.columns.clone()).collect();
    if !derived.is_empty() {
        let columns: Vec<String> = derived.iter().map(|name| column_in_sentence(language, name)).collect();
        let columns = language.list(&columns);
        notes.push(say!(
            language,
            "Härlett i tabellen, inte publicerad statistik: {columns}. Byt till egna uppgifter innan något \
             beslutas.",
            "Derived (härlett) in the table, not published statistics: {columns}. Replace it before anything \
             is decided."
        ));
    }
    notes
}

fn shown_path(path: &Path) -> String {
    clean::line(&Location::Disk(path.to_owned()).display())
}

/// A path as a shell takes it literally.
fn shell_word(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "_-./".contains(letter);
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    if path.chars().all(plain) {
        path
    } else if cfg!(windows) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}
