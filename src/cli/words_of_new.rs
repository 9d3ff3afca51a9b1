//! What `finsam new --help` says of its arguments.

/// What the value of an argument is called, if it takes one, and what the argument is for, in Swedish and in English.
pub(super) type Text = (Option<(&'static str, &'static str)>, &'static str, &'static str);

/// The text of an argument; `None` if it is one that other commands have too.
pub(super) fn argument(argument: &str) -> Option<Text> {
    Some(match argument {
        "file" => (
            Some(("FIL", "FILE")),
            "Filen att skriva, med eller utan .toml",
            "The file to write, with or without .toml",
        ),
        "baseline" => (
            Some(("UTGÅNGSLÄGE", "BASELINE")),
            "Utgångsläget (TOML), eller ett inbyggt, till exempel jonkoping",
            "The baseline (TOML), or a built-in one such as jonkoping",
        ),
        "name" => (
            Some(("NAMN", "NAME")),
            "Vad alternativet heter i tabeller och rapporter [filens namn]",
            "What tables and reports call the alternative [the name of the file]",
        ),
        "merge" => (
            Some(("FÖRBUND", "FÖRBUND")),
            "Slå ihop förbund, följt av --into: \"Finnveden,Höglandet\". Ändringar görs i den ordning de skrivs, och \
             kan upprepas",
            "Merge förbund, followed by --into: \"Finnveden,Höglandet\". Changes are done in the order they are typed, \
             and may be repeated",
        ),
        "into" => (
            Some(("NAMN", "NAME")),
            "Vad det sammanslagna förbundet ska heta",
            "What the merged förbund is to be called",
        ),
        "move" => (
            Some(("KOMMUNER=FÖRBUND", "KOMMUNER=FÖRBUND")),
            "Flytta kommuner till ett förbund: \"Mullsjö,Habo=Finnveden\"",
            "Move kommuner to a förbund: \"Mullsjö,Habo=Finnveden\"",
        ),
        "split" => (
            Some(("FÖRBUND=DELAR", "FÖRBUND=PARTS")),
            "Dela ett förbund: \"Finnveden=Väst:Gislaved,Gnosjö;Öst:Värnamo\"",
            "Split a förbund: \"Finnveden=Väst:Gislaved,Gnosjö;Öst:Värnamo\"",
        ),
        "create" => (
            Some(("NAMN=KOMMUNER", "NAME=KOMMUNER")),
            "Bilda ett nytt förbund av kommuner: \"Nya förbundet=Aneby,Tranås\"",
            "Create a new förbund of kommuner: \"Nya förbundet=Aneby,Tranås\"",
        ),
        "shared-kansli" => (
            Some(("FÖRBUND", "FÖRBUND")),
            "Låt förbund dela ett kansli, följt av --kansli: \"Finnveden,Höglandet\"",
            "Let förbund share a kansli, followed by --kansli: \"Finnveden,Höglandet\"",
        ),
        "kansli" => (
            Some(("KR", "KR")),
            "Vad kansliet kostar efter ändringen som står före, kr per år",
            "What the kansli costs after the change before it, kr a year",
        ),
        "from" => (
            Some(("TABELL", "TABLE")),
            "Hitta ändringarna ur en tabell (CSV, xlsx) med kolumnerna kommun och forbund",
            "Find the changes from a table (CSV, xlsx) with the columns kommun and forbund",
        ),
        "force" => (None, "Ersätt filen om den redan finns", "Replace the file if it is there already"),
        _ => return None,
    })
}
