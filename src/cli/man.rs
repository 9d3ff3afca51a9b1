//! `finsam man`: the manual, one page for the whole program.
//!
//! It is made of the texts of `--help`, with headings in the same language, and without a date: the same program
//! always writes the same bytes.

use clap::builder::Str;
use clap::{Arg, Command};
use roff::{Roff, bold, italic, roman};

use super::args;
use super::ending::Ending;
use super::help;
use super::output::Target;
use super::settings::Page;
use super::words::{HelpTexts, help_texts};

/// Writes the manual.
///
/// # Errors
/// If it cannot be written there.
pub(super) fn run(page: &Page) -> anyhow::Result<Ending> {
    let output = Target::open(page.output.as_deref())?;
    let mut command = help::localized(args::command(), page.language);
    // What clap adds itself is there only once the command is built.
    command.build();
    output.write(manual(&command, help_texts(page.language)))?;
    Ok(Ending::Done)
}

fn manual(program: &Command, texts: &HelpTexts) -> String {
    let name = program.get_name();
    let title = name.to_uppercase();
    let version = format!("{name} {}", program.get_version().unwrap_or_default());
    let mut page = Roff::new();
    // A blank stands for the date, which must not be empty: what follows would take its place.
    page.control("TH", [title.as_str(), "1", " ", version.as_str()]);
    heading(&mut page, texts.name);
    page.text([roman(format!("{name} - {}", about(program)))]);
    heading(&mut page, texts.usage);
    page.text([
        bold(name),
        roman(" "),
        italic(texts.command),
        roman(format!(" [{}]", texts.options_in_usage)),
    ]);
    heading(&mut page, texts.options);
    explain(&mut page, program);
    heading(&mut page, texts.commands);
    for command in program.get_subcommands() {
        describe(&mut page, command);
    }
    heading(&mut page, texts.notes);
    verbatim(&mut page, texts.after);
    page.render()
}

/// A heading in capitals, which manuals have.
fn heading(page: &mut Roff, text: &str) {
    page.control("SH", [text.to_uppercase().as_str()]);
}

/// A command with its arguments; its own commands, if it has some, each in their turn.
fn describe(page: &mut Roff, command: &Command) {
    if command.has_subcommands() {
        command.get_subcommands().for_each(|below| describe(page, below));
        return;
    }
    // An overridden usage is shown as it is, without the heading that clap writes before it.
    let usage = command.clone().render_usage().to_string();
    page.control("SS", [usage.rsplit_once(": ").map_or(usage.as_str(), |(_, usage)| usage)]);
    page.text([roman(format!("{}.", about(command)))]);
    explain(page, command);
}

fn explain(page: &mut Roff, command: &Command) {
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        page.control("TP", []);
        let value = value_name(arg);
        let flags = flags(arg);
        match (flags.is_empty(), value) {
            (true, value) => page.text([italic(value.unwrap_or_default())]),
            (false, Some(value)) => page.text([bold(flags), roman(" "), italic(value)]),
            (false, None) => page.text([bold(flags)]),
        };
        page.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}

/// "-o, --output"; nothing for what is known by its position.
fn flags(arg: &Arg) -> String {
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    short.into_iter().chain(long).collect::<Vec<_>>().join(", ")
}

fn value_name(arg: &Arg) -> Option<&str> {
    if !arg.get_action().takes_values() {
        return None;
    }
    arg.get_value_names().and_then(|names| names.first()).map(Str::as_str)
}

fn about(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    about.trim_end_matches('.').to_owned()
}

/// Lines that keep their breaks.
fn verbatim(page: &mut Roff, text: &str) {
    page.control("nf", []);
    for line in text.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
}
