//! How `--help` looks: the command line with its texts in the language asked for.

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command};

use super::words::{self, HelpTexts, help_texts};
use crate::text::language::Language;

/// The command line with its texts.
pub(super) fn localized(command: Command, language: Language) -> Command {
    let texts = help_texts(language);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(texts.version)
        .help_heading(texts.options);
    let name = command.get_name().to_owned();
    let command = with_texts(command, &name, &name, language);
    command.after_help(texts.after).arg(version).disable_version_flag(true)
}

/// A command and all below it. `key` is what the catalogue knows it by: "data show".
fn with_texts(command: Command, path: &str, key: &str, language: Language) -> Command {
    let texts = help_texts(language);
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", texts.usage);
    let mut command = command
        .styles(Styles::plain())
        .help_template(template)
        .subcommand_help_heading(texts.commands)
        .subcommand_value_name(texts.command)
        .disable_help_flag(true)
        .about(words::command(key, language).unwrap_or_default())
        .mut_args(|arg| argument(arg, key, language))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(texts.help)
                .help_heading(texts.options),
        );
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    if names.is_empty() {
        let usage = usage(&command, path, texts);
        return command.override_usage(usage);
    }
    for name in names {
        let path = format!("{path} {name}");
        let key = path.split_once(' ').map_or(path.clone(), |(_, key)| key.to_owned());
        command = command.mut_subcommand(&name, |below| with_texts(below, &path, &key, language));
    }
    command
}

/// An argument with its text. The texts name values and defaults themselves: clap would do so in English only.
fn argument(arg: Arg, command: &str, language: Language) -> Arg {
    let texts = help_texts(language);
    let heading = if arg.is_positional() { texts.arguments } else { texts.options };
    let text = words::argument(command, arg.get_id().as_str(), language);
    let arg = match text.and_then(|text| text.value) {
        Some(value) => arg.value_name(value),
        None => arg,
    };
    let text = text.map(|text| text.help).unwrap_or_default();
    let arg = arg.help(text).help_heading(heading);
    // A flag has no values that could be hidden.
    if arg.get_action().takes_values() {
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    }
}

/// "finsam import [FLAGGOR] <FIL>…".
pub(super) fn usage(command: &Command, path: &str, texts: &HelpTexts) -> String {
    if command.has_subcommands() {
        return format!("{path} <{}>", texts.command);
    }
    let mut usage = format!("{path} [{}]", texts.options_in_usage);
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let several = if matches!(arg.get_action(), ArgAction::Append) { "…" } else { "" };
        let shown = if arg.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") };
        usage.push_str(&shown);
        usage.push_str(several);
    }
    usage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;

    #[test]
    fn the_command_line_is_sound_and_wholly_explained_in_both_languages() {
        for language in [Language::Swedish, Language::English] {
            let command = localized(args::command(), language);
            every_text_is_there(&command, "finsam");
            command.debug_assert();
        }
    }

    fn every_text_is_there(command: &Command, path: &str) {
        assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{path}");
        for arg in command.get_arguments() {
            let explained = arg.get_help().is_some_and(|help| !help.to_string().is_empty());
            assert!(explained, "{path}: {}", arg.get_id());
        }
        for below in command.get_subcommands() {
            every_text_is_there(below, &format!("{path} {}", below.get_name()));
        }
    }
}
