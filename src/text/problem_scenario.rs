//! What is said of problems with a scenario and its checks.

use super::language::Language;
use super::number;
use super::problem::Description;
use crate::diagnostic::{CheckProblem, ScenarioProblem, Seatless, Several, Undoing, UsedUp};

pub(super) fn describe(problem: &ScenarioProblem, language: Language) -> Description {
    match problem {
        ScenarioProblem::ChangeWithoutVerb => Description::new(
            "change_without_verb",
            say!(language, "ändringen säger inte vad den gör", "the change does not say what it does"),
        )
        .label(say!(language, "vad ska hända?", "what is to happen?"))
        .help(say!(
            language,
            "Skriv move (flytta), merge (slå ihop), split (dela), create (bilda) eller shared_kansli (gemensamt kansli).",
            "Write move, merge, split, create or shared_kansli."
        )),
        ScenarioProblem::ChangeWithTwoVerbs { verbs } => {
            let verbs = language.list(verbs);
            Description::new(
                "change_with_two_verbs",
                say!(language, "ändringen gör flera saker: {verbs}", "the change does several things: {verbs}"),
            )
            .label(say!(language, "ett verb i taget", "one verb at a time"))
            .help(say!(
                language,
                "Dela upp den i flera [[change]]; de görs i ordning.",
                "Make several [[change]] of it; they are done in order."
            ))
        }
        ScenarioProblem::UnknownForbund { name, nearest, existing } => {
            let existing = language.list(existing);
            Description::new(
                "unknown_forbund",
                say!(language, "förbundet ”{name}” finns inte", "there is no förbund \"{name}\""),
            )
            .label(say!(language, "finns inte här", "not there"))
            .nearest(
                language,
                nearest.as_deref(),
                say!(language, "Här finns {existing}.", "There are {existing}."),
            )
        }
        ScenarioProblem::AmbiguousForbund { name, candidates } => {
            let candidates = language.alternatives(candidates);
            Description::new(
                "ambiguous_forbund",
                say!(language, "”{name}” passar på flera", "\"{name}\" fits several"),
            )
            .label(say!(language, "{candidates}?", "{candidates}?"))
            .help(say!(
                language,
                "Skriv namnet med rätt å, ä och ö.",
                "Write the name with its å, ä and ö."
            ))
        }
        ScenarioProblem::UnknownRegion { name, nearest } => Description::new(
            "unknown_region",
            say!(language, "regionen ”{name}” finns inte", "there is no region \"{name}\""),
        )
        .label(say!(language, "finns inte i tabellen", "not in the table"))
        .nearest(
            language,
            nearest.as_deref(),
            say!(
                language,
                "Skriv namnet som i kommuntabellen, till exempel Region Värmland.",
                "Write the name as in the kommun table, for example Region Värmland."
            ),
        ),
        ScenarioProblem::MoveTarget { both } => Description::new(
            "move_target",
            if *both {
                say!(
                    language,
                    "flytten har både to och outside",
                    "the move has both to and outside"
                )
            } else {
                say!(language, "flytten säger inte vart", "the move does not say where to")
            },
        )
        .label(say!(language, "välj to eller outside", "choose to or outside"))
        .help(say!(
            language,
            "Skriv to = … för ett förbund i utgångsläget, eller outside = … för ett utanför.",
            "Write to = … for a förbund of the baseline, or outside = … for one outside it."
        )),
        ScenarioProblem::KansliNotAllowed { outside } => Description::new(
            "kansli_not_allowed",
            say!(language, "kansli kan inte anges här", "kansli cannot be stated here"),
        )
        .label(say!(language, "hör inte hit", "does not belong here"))
        .help(if *outside {
            say!(
                language,
                "Ta bort kansli: ett förbund utanför utgångsläget räknas utan.",
                "Remove kansli: a förbund outside the baseline is counted without."
            )
        } else {
            say!(
                language,
                "Ange kansli för varje del i into i stället.",
                "State kansli for each part of into instead."
            )
        }),
        ScenarioProblem::SateNotAllowed { change } => Description::new(
            "sate_not_allowed",
            say!(language, "sate kan inte anges här", "sate cannot be stated here"),
        )
        .label(say!(language, "hör inte hit", "does not belong here"))
        .help(match change {
            Seatless::Outside => say!(
                language,
                "Ta bort sate: avstånd räknas inte i ett förbund utanför utgångsläget.",
                "Remove sate: distances are not computed in a förbund outside the baseline."
            ),
            Seatless::Split => say!(
                language,
                "Ange sate för varje del i into i stället.",
                "State sate for each part of into instead."
            ),
            Seatless::SharedKansli => say!(
                language,
                "Ta bort sate: förbunden består, och vart och ett behåller sitt säte.",
                "Remove sate: the förbund remain, and each keeps its seat."
            ),
        }),
        ScenarioProblem::AlreadyThere { kommun, forbund } => Description::new(
            "already_there",
            say!(language, "”{kommun}” är redan i ”{forbund}”", "\"{kommun}\" is in \"{forbund}\" already"),
        )
        .label(say!(language, "redan där", "already there"))
        .other(say!(language, "kom dit här", "came there here"))
        .help(say!(language, "Ta bort kommunen ur flytten.", "Remove the kommun from the move.")),
        ScenarioProblem::NotAMember { kommun } => Description::new(
            "not_a_member",
            say!(
                language,
                "”{kommun}” är inte med i något förbund och kan inte flytta utanför",
                "\"{kommun}\" is in no förbund and cannot move outside"
            ),
        )
        .label(say!(language, "inte medlem", "not a member"))
        .help(say!(
            language,
            "Ta bort kommunen ur flytten.",
            "Remove the kommun from the move."
        )),
        ScenarioProblem::JoinsCalibrated { kommun } => Description::new(
            "joins_calibrated",
            say!(
                language,
                "”{kommun}” är inte med i något förbund, och dess del av beslutade belopp är okänd",
                "\"{kommun}\" is in no förbund, and its part of decided amounts is unknown"
            ),
        )
        .label(say!(language, "kommer utifrån", "comes from outside"))
        .help(say!(
            language,
            "Ta med kommunen i ett förbund i utgångsläget, eller ta bort budget och state_grant så att modellen räknar.",
            "Put the kommun in a förbund of the baseline, or remove budget and state_grant so that the model computes."
        )),
        ScenarioProblem::OutsideIsForbund { name } => Description::new(
            "outside_is_forbund",
            say!(
                language,
                "”{name}” är ett av förbunden här, inte utanför",
                "\"{name}\" is one of the förbund here, not outside"
            ),
        )
        .label(say!(language, "inte utanför", "not outside"))
        .help(say!(language, "Skriv to i stället för outside.", "Write to instead of outside.")),
        ScenarioProblem::NameTaken { name } => Description::new(
            "name_taken",
            say!(language, "det finns redan ett förbund ”{name}”", "there is a förbund \"{name}\" already"),
        )
        .label(say!(language, "upptaget namn", "name is taken"))
        .help(say!(
            language,
            "Välj ett annat namn, eller ta med förbundet i ändringen.",
            "Choose another name, or make the förbund part of the change."
        )),
        ScenarioProblem::ForbundTwiceInChange { name } => Description::new(
            "forbund_twice_in_change",
            say!(language, "”{name}” är nämnt två gånger", "\"{name}\" is named twice"),
        )
        .label(say!(language, "en gång till", "once more"))
        .help(say!(language, "Ta bort det ena.", "Remove one of them.")),
        ScenarioProblem::TooManyShared { most } => Description::new(
            "too_many_shared",
            say!(
                language,
                "fler än {most} gemensamma kanslier samtidigt kan inte räknas",
                "more than {most} shared kanslier at the same time cannot be computed"
            ),
        )
        .help(say!(
            language,
            "Ta bort några: förbunden i landet är färre än så.",
            "Remove some: there are fewer förbund in the country."
        )),
        ScenarioProblem::ForbundUsedUp { name, became } => forbund_used_up(name, became, language),
        ScenarioProblem::ForbundLeftEmpty { name, created } => Description::new(
            "forbund_left_empty",
            say!(
                language,
                "”{name}”, som en tidigare ändring bildar, får inga kommuner kvar",
                "\"{name}\", which an earlier change makes, is left without kommuner"
            ),
        )
        .label(say!(language, "här går de sista", "the last ones leave here"))
        .other(say!(language, "bildas här", "made here"))
        .help(if *created {
            say!(
                language,
                "Ta bort en av ändringarna, eller låt ”{name}” behålla minst en kommun.",
                "Remove one of the changes, or let \"{name}\" keep at least one kommun."
            )
        } else {
            say!(
                language,
                "Om ”{name}” bara är ett steg på vägen stämmer resultatet. Enklare är att låta kommunerna flytta direkt.",
                "If \"{name}\" is only a step on the way, the result is right. It is simpler to move the kommuner directly."
            )
        }),
        ScenarioProblem::KommunMovedAgain { kommuner } => {
            let (kommuner, more) = language.first_names(kommuner);
            Description::new(
                "kommun_moved_again",
                say!(
                    language,
                    "{kommuner}{more} har redan fått sin plats av en tidigare ändring; den senare gäller",
                    "{kommuner}{more} got a place by an earlier change already; the later one counts"
                ),
            )
            .label(say!(language, "gäller", "counts"))
            .other(say!(language, "gäller inte längre", "does not count any more"))
            .help(say!(
                language,
                "Nämn varje kommun i bara en av ändringarna.",
                "Name each kommun in only one of the changes."
            ))
        }
        ScenarioProblem::MoveUndone { kommuner, by } => {
            let (kommuner, more) = language.first_names(kommuner);
            Description::new(
                "move_undone",
                say!(
                    language,
                    "flytten av {kommuner}{more} görs ogjord av en senare ändring",
                    "the move of {kommuner}{more} is undone by a later change"
                ),
            )
            .label(match by {
                Undoing::Return => say!(language, "tillbaka igen", "back again"),
                Undoing::Merger => say!(
                    language,
                    "slår ihop förbundet med det som kommunen kom från",
                    "merges the förbund with the one that the kommun came from"
                ),
                Undoing::Split => say!(
                    language,
                    "skiljer dem som kom från dem som var där",
                    "parts those who came from those who were there"
                ),
            })
            .other(say!(language, "flyttas här", "moved here"))
            .help(say!(
                language,
                "Ta bort flytten, eller den senare ändringen, så att det syns vad som är meningen.",
                "Remove the move, or the later change, so that it shows what is meant."
            ))
        }
        ScenarioProblem::SplitUndone { forbund } => Description::new(
            "split_undone",
            say!(
                language,
                "delningen av ”{forbund}” görs ogjord: delar av det slås ihop igen",
                "the split of \"{forbund}\" is undone: parts of it are merged again"
            ),
        )
        .label(say!(language, "slås ihop igen", "merged again"))
        .other(say!(language, "delas här", "split here"))
        .help(say!(language, "Ta bort den ändring som inte ska gälla.", "Remove the change that is not meant.")),
        ScenarioProblem::MergerUndone { forbund } => Description::new(
            "merger_undone",
            say!(
                language,
                "sammanslagningen till ”{forbund}” görs ogjord: det delas i de förbund som slogs ihop",
                "the merger into \"{forbund}\" is undone: it is split into the förbund that were merged"
            ),
        )
        .label(say!(language, "delas igen", "split again"))
        .other(say!(language, "slås ihop här", "merged here"))
        .help(say!(language, "Ta bort den ändring som inte ska gälla.", "Remove the change that is not meant.")),
        ScenarioProblem::KansliOverridden { forbund, shared } => Description::new(
            "kansli_overridden",
            if *shared {
                say!(
                    language,
                    "kostnaden för kansliet i ”{forbund}” gäller inte: det gemensamma kansliet ersätter det",
                    "the cost of the kansli of \"{forbund}\" does not count: the shared kansli replaces it"
                )
            } else {
                say!(
                    language,
                    "kostnaden för kansliet i ”{forbund}” anges igen; den senare gäller",
                    "the cost of the kansli of \"{forbund}\" is stated again; the later one counts"
                )
            },
        )
        .label(if *shared {
            say!(language, "delar kansli här", "shares a kansli here")
        } else {
            say!(language, "gäller", "counts")
        })
        .other(say!(language, "gäller inte längre", "does not count any more"))
        .help(say!(
            language,
            "Ta bort den kostnad som inte ska räknas.",
            "Remove the cost that is not to be counted."
        )),
        ScenarioProblem::SateOverridden { forbund } => Description::new(
            "sate_overridden",
            say!(
                language,
                "sätet för ”{forbund}” anges igen; det senare gäller",
                "the seat of \"{forbund}\" is stated again; the later one counts"
            ),
        )
        .label(say!(language, "gäller", "counts"))
        .other(say!(language, "gäller inte längre", "does not count any more"))
        .help(say!(language, "Ta bort det säte som inte gäller.", "Remove the seat that does not count.")),
        ScenarioProblem::SharedKansliGone => Description::new(
            "shared_kansli_gone",
            say!(
                language,
                "ingen är kvar i det gemensamma kansliet, så dess kostnad skulle inte räknas",
                "nobody is left in the shared kansli, so its cost would not be counted"
            ),
        )
        .label(say!(language, "här går de sista ur det", "the last ones leave it here"))
        .other(say!(language, "gemensamt kansli anges här", "the shared kansli is stated here"))
        .help(say!(
            language,
            "Ta bort shared_kansli, eller sätt det efter den här ändringen med de förbund som då finns.",
            "Remove shared_kansli, or put it after this change with the förbund that there are then."
        )),
        ScenarioProblem::SharedKansliChanged { lost, merged, left } => Description::new(
            "shared_kansli_changed",
            shared_kansli_changed(lost, merged, left, language),
        )
        .label(say!(language, "ändrar vilka som delar", "changes who shares"))
        .other(say!(language, "gemensamt kansli anges här", "the shared kansli is stated here"))
        .help(say!(
            language,
            "Sätt shared_kansli efter den här ändringen, med de förbund som då finns, så att det syns vilka som betalar.",
            "Put shared_kansli after this change, with the förbund that there are then, so that it shows who pays."
        )),
        ScenarioProblem::TooFew { verb } => Description::new(
            "too_few",
            match verb {
                Several::Merge => say!(
                    language,
                    "en sammanslagning behöver minst två förbund",
                    "a merger needs at least two förbund"
                ),
                Several::Split => {
                    say!(language, "en delning behöver minst två delar", "a split needs at least two parts")
                }
                Several::SharedKansli => say!(
                    language,
                    "ett gemensamt kansli behöver minst två förbund",
                    "a shared kansli needs at least two förbund"
                ),
            },
        )
        .label(say!(language, "för få", "too few"))
        .help(say!(language, "Lägg till det som saknas.", "Add what is missing.")),
        ScenarioProblem::PartsAlike { name } => Description::new(
            "parts_alike",
            say!(language, "två delar heter ”{name}”", "two parts are called \"{name}\""),
        )
        .label(say!(language, "samma namn", "the same name"))
        .help(say!(language, "Ge delarna olika namn.", "Give the parts different names.")),
        ScenarioProblem::SplitForeign { kommun, forbund } => Description::new(
            "split_foreign",
            say!(language, "”{kommun}” är inte med i ”{forbund}”", "\"{kommun}\" is not in \"{forbund}\""),
        )
        .label(say!(language, "inte medlem", "not a member"))
        .other(say!(language, "fick sin plats här", "got its place here"))
        .help(say!(
            language,
            "Delarna får bara ha det delade förbundets kommuner; flytta andra med move.",
            "The parts may only have kommuner of the split förbund; move others with move."
        )),
        ScenarioProblem::SplitMissing { kommuner, forbund } => {
            let kommuner = language.list(kommuner);
            Description::new(
                "split_missing",
                say!(
                    language,
                    "{kommuner} i ”{forbund}” är inte med i någon del",
                    "{kommuner} of \"{forbund}\" are in no part"
                ),
            )
            .label(say!(language, "ska delas helt", "must be split whole"))
            .other(say!(language, "fick sin plats här", "got its place here"))
        .help(say!(
                language,
                "Ta med {kommuner} i en av delarna.",
                "Put {kommuner} in one of the parts."
            ))
        }
    }
}

fn forbund_used_up(name: &str, became: &UsedUp, language: Language) -> Description {
    let description = Description::new(
        "forbund_used_up",
        say!(
            language,
            "förbundet ”{name}” finns inte längre efter en tidigare ändring",
            "there is no förbund \"{name}\" any more after an earlier change"
        ),
    )
    .label(say!(language, "finns inte kvar", "no longer there"));
    match became {
        UsedUp::Merged(into) => {
            description.other(say!(language, "blev ”{into}” här", "became \"{into}\" here")).help(say!(
                language,
                "Skriv ”{into}”, eller sätt den här ändringen före den andra.",
                "Write \"{into}\", or put this change before the other."
            ))
        }
        UsedUp::Split(parts) => {
            let parts = language.alternatives(parts);
            description.other(say!(language, "delades här", "was split here")).help(say!(
                language,
                "Skriv {parts}, eller sätt den här ändringen före den andra.",
                "Write {parts}, or put this change before the other."
            ))
        }
        UsedUp::Emptied => description
            .other(say!(language, "fick inga kommuner kvar här", "was left without kommuner here"))
            .help(say!(
                language,
                "Skriv ett förbund som har kommuner, eller sätt den här ändringen före den andra.",
                "Write a förbund that has kommuner, or put this change before the other."
            )),
    }
}

/// Who shares a kansli no longer, or as one, and who does.
fn shared_kansli_changed(lost: &[String], merged: &[String], left: &[String], language: Language) -> String {
    let (left_names, more) = language.first_names(left);
    let carries = match left {
        [] => String::new(),
        [_] => say!(language, "; {left_names} bär det ensamt", "; {left_names} carries it alone"),
        _ => say!(language, "; det delas av {left_names}{more}", "; it is shared by {left_names}{more}"),
    };
    let mut sentences = Vec::new();
    if !merged.is_empty() {
        let merged = language.list(merged);
        sentences.push(say!(
            language,
            "{merged} räknas som en deltagare i det gemensamma kansliet",
            "{merged} count as one participant in the shared kansli"
        ));
    }
    if !lost.is_empty() {
        let lost = language.list(lost);
        sentences.push(say!(
            language,
            "{lost} är inte längre med i det gemensamma kansliet",
            "{lost} no longer takes part in the shared kansli"
        ));
    }
    language.list(&sentences) + &carries
}

pub(super) fn describe_check(problem: &CheckProblem, language: Language) -> Description {
    match problem {
        CheckProblem::UnknownMetric { metric, nearest, existing } => {
            let some: Vec<&String> = existing.iter().take(12).collect();
            let existing = language.list(&some);
            Description::new(
                "unknown_metric",
                say!(language, "resultatet har ingen ”{metric}”", "the result has no \"{metric}\""),
            )
            .label(say!(language, "finns inte i resultatet", "not in the result"))
            .nearest(
                language,
                nearest.as_deref(),
                say!(
                    language,
                    "Här finns bland annat {existing}. Allt syns med --format json.",
                    "There are among others {existing}. All are shown by --format json."
                ),
            )
        }
        CheckProblem::MetricIsNull { metric } => Description::new(
            "metric_is_null",
            say!(language, "”{metric}” är okänt här", "\"{metric}\" is unknown here"),
        )
        .label(say!(language, "har inget värde", "has no value"))
        .help(why_null(metric, language)),
        CheckProblem::MetricIsNoNumber { metric } => Description::new(
            "metric_is_no_number",
            say!(language, "”{metric}” är inget tal", "\"{metric}\" is no figure"),
        )
        .label(say!(language, "är en text, en lista eller en grupp", "is a text, a list or a group"))
        .help(say!(
            language,
            "Skriv hela sökvägen till ett tal, till exempel delta.gross.state.",
            "Write the whole path to a figure, for example delta.gross.state."
        )),
        CheckProblem::WithoutBound => Description::new(
            "check_without_bound",
            say!(
                language,
                "kontrollen säger inte vad som ska gälla",
                "the check does not say what must hold"
            ),
        )
        .label(say!(language, "behöver equals, min eller max", "needs equals, min or max"))
        .help(say!(
            language,
            "Lägg till equals = …, eller min och/eller max.",
            "Add equals = …, or min and/or max."
        )),
        CheckProblem::BoundsConflict { crossed } => Description::new(
            "check_bounds_conflict",
            if *crossed {
                say!(language, "min är större än max", "min is larger than max")
            } else {
                say!(
                    language,
                    "equals kan inte stå tillsammans med min eller max",
                    "equals cannot stand together with min or max"
                )
            },
        )
        .label(say!(language, "motsäger det andra", "contradicts the other"))
        .help(say!(
            language,
            "Ange antingen equals, eller min och max med min högst lika med max.",
            "Give either equals, or min and max with min at most max."
        )),
        CheckProblem::BoundOutOfRange { key, is_below, smallest, largest } => {
            let is_never_negative = smallest.is_zero();
            let [smallest, largest] = [smallest, largest].map(|end| number::decimal(language, *end));
            let headline = if *is_below {
                say!(
                    language,
                    "”{key}” är mindre än talet någonsin kan bli",
                    "\"{key}\" is smaller than the figure can ever be"
                )
            } else {
                say!(
                    language,
                    "”{key}” är större än talet någonsin kan bli",
                    "\"{key}\" is larger than the figure can ever be"
                )
            };
            Description::new("bound_out_of_range", headline)
                .label(say!(
                    language,
                    "talet är alltid mellan {smallest} och {largest}",
                    "the figure is always between {smallest} and {largest}"
                ))
                .help(if *is_below && is_never_negative {
                    say!(
                        language,
                        "En gräns som inget tal kan nå prövar ingenting. Menas en förändring, så börjar metric med delta.",
                        "A bound that no figure can reach tests nothing. If a change is meant, metric begins with delta."
                    )
                } else {
                    say!(
                        language,
                        "Kontrollera antalet siffror: en gräns som inget tal kan nå prövar ingenting.",
                        "Check the number of digits: a bound that no figure can reach tests nothing."
                    )
                })
        }
        CheckProblem::MetricTooFine { metric } => Description::new(
            "metric_too_fine",
            say!(
                language,
                "”{metric}” har för många siffror för att prövas exakt",
                "\"{metric}\" has too many digits to be tested exactly"
            ),
        )
        .label(say!(language, "kan inte jämföras", "cannot be compared"))
        .help(say!(
            language,
            "Avrunda kolumnen i kommuntabellen till högst tolv decimaler.",
            "Round the column of the kommun table to at most twelve decimals."
        )),
        CheckProblem::TwoRows => Description::new(
            "check_two_rows",
            say!(language, "kontrollen nämner flera rader", "the check names several rows"),
        )
        .label(say!(language, "en rad i taget", "one row at a time"))
        .help(say!(
            language,
            "Ange ett av forbund, kommun och region.",
            "Give one of forbund, kommun and region."
        )),
        CheckProblem::RedistributionWithoutRow => Description::new(
            "redistribution_without_row",
            say!(language, "redistribution gäller bara en rad", "redistribution is for a row only"),
        )
        .label(say!(language, "ingen rad är nämnd", "no row is named"))
        .help(say!(
            language,
            "Skriv gross eller net i sökvägen i stället: delta.net.total.",
            "Write gross or net in the path instead: delta.net.total."
        )),
        CheckProblem::NegativeTolerance => Description::new(
            "negative_tolerance",
            say!(language, "toleransen är negativ", "the tolerance is negative"),
        )
        .label(say!(language, "mindre än noll", "less than nought"))
        .help(say!(
            language,
            "Skriv hur mycket som får skilja, åt båda håll.",
            "Write how much it may miss, either way."
        )),
    }
}

/// Why a figure can be unknown, by what it is a figure of.
fn why_null(metric: &str, language: Language) -> String {
    if metric.contains("engangskostnad") || metric.contains("payback_years") {
        return say!(
            language,
            "Känt bara när en ändring anger engangskostnad och, för återbetalningen, pengarna till insatser ökar.",
            "Known only when a change states engangskostnad and, for paying it back, the money for insatser rises."
        );
    }
    if metric.contains("saving_needed_per_forbund") {
        return say!(
            language,
            "Finns bara när förbunden blir färre, och netto bara när anslaget och antalet övriga förbund är kända.",
            "There only when förbund become fewer, and net only when the appropriation and the number of other förbund are known."
        );
    }
    if metric.starts_with("criteria.") {
        return say!(
            language,
            "En kommun saknar siffran eller platsen, är inte med, eller är i ett förbund utanför utgångsläget.",
            "A kommun lacks the figure or the place, takes no part, or is in a förbund outside the baseline."
        );
    }
    if metric.contains("kansli") || metric.contains("insatser") {
        return say!(
            language,
            "Kansli och insatser är kända bara när kostnaden för varje förbunds kansli är det.",
            "Kansli and insatser are known only when the cost of every förbund's kansli is."
        );
    }
    if metric.contains("contribution") {
        return say!(
            language,
            "Den som inte är med i något förbund i dag eller efteråt betalar inget då.",
            "Who is in no förbund today or afterwards pays nothing then."
        );
    }
    say!(
        language,
        "Netto är känt bara när utgångsläget anger anslaget och antalet övriga förbund.",
        "Net is known only when the baseline states the appropriation and the number of other förbund."
    )
}
