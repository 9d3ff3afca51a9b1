//! The options that say what changes, in the order in which they were typed: a change is done after those before it, and
//! its name and its kansli follow it.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::starter::typed_changes::{ChangeOption, TypedOptions};

/// The option that finds the changes itself.
const FROM: &str = "from";

/// What was typed. The library that reads options keeps those of a name together, so they are put in order here.
pub(super) struct TypedChanges(pub(super) TypedOptions);

impl Args for TypedChanges {
    fn augment_args(command: Command) -> Command {
        ChangeOption::ALL.into_iter().fold(command, |command, (_, name)| {
            command.arg(Arg::new(name).long(name).action(ArgAction::Append).conflicts_with(FROM))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for TypedChanges {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut typed: Vec<(usize, ChangeOption, String)> = Vec::new();
        for (option, name) in ChangeOption::ALL {
            let places = matches.indices_of(name).into_iter().flatten();
            let values = matches.get_many::<String>(name).into_iter().flatten();
            typed.extend(places.zip(values).map(|(place, value)| (place, option, value.clone())));
        }
        typed.sort_by_key(|(place, ..)| *place);
        Ok(Self(typed.into_iter().map(|(_, option, value)| (option, value)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
