//! What is said of problems with a baseline.

use rust_decimal::Decimal;

use super::language::Language;
use super::number;
use crate::diagnostic::BaselineProblem;
use crate::diagnostic::Description;
use crate::model::kronor::Kronor;

pub(super) fn describe(problem: &BaselineProblem, language: Language) -> Description {
    match problem {
        BaselineProblem::UnknownKommun { name, nearest } => Description::new(
            "unknown_kommun",
            say!(
                language,
                "kommunen ”{name}” finns inte i kommuntabellen",
                "the kommun \"{name}\" is not in the kommun table"
            ),
        )
        .label(say!(language, "finns inte i tabellen", "not in the table"))
        .nearest(
            language,
            nearest.as_deref(),
            say!(
                language,
                "Skriv namnet som i tabellen, eller kommunkoden. Finns kommunen det valda året?",
                "Write the name as in the table, or the kommunkod. Is the kommun there in the chosen year?"
            ),
        ),
        BaselineProblem::AmbiguousKommun { name, candidates } => {
            let candidates = language.alternatives(candidates);
            Description::new(
                "ambiguous_kommun",
                say!(language, "”{name}” passar på flera kommuner", "\"{name}\" fits several kommuner"),
            )
            .label(say!(language, "{candidates}?", "{candidates}?"))
            .help(say!(
                language,
                "Skriv namnet med rätt å, ä och ö, eller kommunkoden.",
                "Write the name with its å, ä and ö, or the kommunkod."
            ))
        }
        BaselineProblem::KommunTwice { kommun } => Description::new(
            "kommun_twice",
            say!(language, "”{kommun}” är nämnd två gånger", "\"{kommun}\" is named twice"),
        )
        .label(say!(language, "en gång till", "once more"))
        .other(say!(language, "första gången", "the first time"))
        .help(say!(language, "Ta bort den ena.", "Remove one of them.")),
        BaselineProblem::SateNotAMember { kommun, forbund } => Description::new(
            "sate_not_a_member",
            say!(
                language,
                "”{kommun}” är inte med i ”{forbund}” och kan inte vara dess säte",
                "\"{kommun}\" is not in \"{forbund}\" and cannot be its seat"
            ),
        )
        .label(say!(language, "inte medlem", "not a member"))
        .help(say!(
            language,
            "Skriv en av förbundets kommuner, eller utelämna sate: då räknas avstånden från den största kommunen.",
            "Write one of its kommuner, or leave sate out: distances are then from the largest kommun."
        )),
        BaselineProblem::KommunInTwoForbund { kommun, forbund } => Description::new(
            "kommun_in_two_forbund",
            say!(language, "”{kommun}” är redan med i ”{forbund}”", "\"{kommun}\" is in \"{forbund}\" already"),
        )
        .label(say!(language, "en kommun är med i högst ett förbund", "a kommun is in at most one förbund"))
        .other(say!(language, "med här", "a member here"))
        .help(say!(language, "Ta bort kommunen ur det ena förbundet.", "Remove the kommun from one förbund.")),
        BaselineProblem::ForbundTwice { name } => Description::new(
            "forbund_twice",
            say!(language, "två förbund heter ”{name}”", "two förbund are called \"{name}\""),
        )
        .label(say!(language, "samma namn", "the same name"))
        .other(say!(language, "första gången", "the first time"))
        .help(say!(language, "Ge dem olika namn.", "Give them different names.")),
        BaselineProblem::MixedBasis { lacking } => {
            let quoted = |name: &String| say!(language, "”{name}”", "\"{name}\"");
            let lacking = language.list(&lacking.iter().map(quoted).collect::<Vec<_>>());
            Description::new(
                "mixed_basis",
                say!(
                    language,
                    "några förbund har budget eller state_grant, men inte {lacking}",
                    "some förbund have budget or state_grant, but not {lacking}"
                ),
            )
            .label(say!(language, "belopp saknas", "an amount is missing"))
            .help(say!(
                language,
                "Ange beloppet för alla förbund (kalibrerat) eller för inget (då räknar modellen ut dem).",
                "State the amount for every förbund (calibrated) or for none (then the model computes them)."
            ))
        }
        BaselineProblem::BudgetAndStateGrant => Description::new(
            "budget_and_state_grant",
            say!(
                language,
                "förbundet har både budget och state_grant",
                "the förbund has both budget and state_grant"
            ),
        )
        .label(say!(language, "det ena räcker", "one is enough"))
        .help(say!(
            language,
            "Behåll state_grant om statens belopp är beslutat, annars budget.",
            "Keep state_grant if the state's amount is decided, else budget."
        )),
        BaselineProblem::SharesSum { sum } => {
            let percent = *sum == Decimal::ONE_HUNDRED;
            let sum = number::decimal(language, *sum);
            Description::new(
                "shares_sum",
                say!(language, "delarna blir {sum} tillsammans, inte 1", "the parts sum to {sum}, not to 1"),
            )
            .label(say!(language, "summan är {sum}", "the sum is {sum}"))
            .help(if percent {
                say!(
                    language,
                    "Skriv andelar, inte procent: 0.5 i stället för 50.",
                    "Write shares, not percent: 0.5 instead of 50."
                )
            } else {
                say!(
                    language,
                    "Ändra dem så att summan blir exakt 1.",
                    "Change them so that they sum to exactly 1."
                )
            })
        }
        BaselineProblem::ShareOutOfRange => Description::new(
            "share_out_of_range",
            say!(
                language,
                "en del ska vara 0–1 med högst nio decimaler",
                "a part must be 0–1 with at most nine decimals"
            ),
        )
        .label(say!(language, "ingen möjlig del", "no possible part"))
        .help(say!(
            language,
            "Skriv andelar, inte procent: till exempel 0.25.",
            "Write shares, not percent: for example 0.25."
        )),
        BaselineProblem::StateShareNought => Description::new(
            "state_share_nought",
            say!(language, "statens andel får inte vara 0", "the state's share must not be 0"),
        )
        .label(say!(
            language,
            "intäkterna räknas ut som statens medel delade med andelen",
            "income is computed as the state money divided by the share"
        ))
        .help(say!(
            language,
            "Enligt 5 § lagen (2003:1210) är den 0.5.",
            "By 5 § of the law (2003:1210) it is 0.5."
        )),
        BaselineProblem::NationalNeeds { key } => Description::new(
            "national_needs",
            say!(
                language,
                "”{key}” saknas, och förbunden har inga egna belopp",
                "\"{key}\" is missing, and the förbund have no amounts of their own"
            ),
        )
        .label(say!(language, "behöver ”{key}”", "needs \"{key}\""))
        .help(say!(
            language,
            "Ange appropriation, rest_of_country.forbund och övriga kommuner (kommuner = \"alla\"), eller budget för varje förbund.",
            "Give appropriation, rest_of_country.forbund and the other kommuner (kommuner = \"alla\"), or budget for every förbund."
        )),
        BaselineProblem::RestConflict => Description::new(
            "rest_conflict",
            say!(
                language,
                "resten av riket anges både som kommuner och som summor",
                "the rest of the country is given both as kommuner and as sums"
            ),
        )
        .label(say!(language, "välj ett av sätten", "choose one of the ways"))
        .help(say!(
            language,
            "Behåll kommuner, eller befolkning_16_64 tillsammans med forsorjningsmatt.",
            "Keep kommuner, or befolkning_16_64 together with forsorjningsmatt."
        )),
        BaselineProblem::RestHoldsMember { kommun } => Description::new(
            "rest_holds_member",
            say!(
                language,
                "”{kommun}” räknas både som medlem och till resten av riket",
                "\"{kommun}\" is counted both as a member and in the rest of the country"
            ),
        )
        .label(say!(language, "i resten av riket", "in the rest of the country"))
        .other(say!(language, "medlem här", "a member here"))
        .help(say!(language, "Ta bort den ena.", "Remove one of them.")),
        BaselineProblem::KeyLacksKommun { kommun } => Description::new(
            "key_lacks_kommun",
            say!(language, "nyckeln har inget tal för ”{kommun}”", "the key has no number for \"{kommun}\""),
        )
        .label(say!(language, "”{kommun}” behöver ett tal", "\"{kommun}\" needs a number"))
        .help(say!(
            language,
            "Lägg till \"{kommun}\" = … i kommun_key i utgångsläget.",
            "Add \"{kommun}\" = … to kommun_key in the baseline."
        )),
        BaselineProblem::FolkmangdMissing { kommun } => Description::new(
            "folkmangd_missing",
            say!(
                language,
                "nyckeln folkmangd går inte att använda: ”{kommun}” saknar folkmängd",
                "the key folkmangd cannot be used: \"{kommun}\" has no folkmangd"
            ),
        )
        .label(say!(language, "behöver kolumnen folkmangd", "needs the column folkmangd"))
        .help(say!(
            language,
            "Fyll i folkmangd i kommuntabellen, eller välj befolkning_16_64.",
            "Fill in folkmangd in the kommun table, or choose befolkning_16_64."
        )),
        BaselineProblem::KeyIsNought { forbund } => Description::new(
            "key_is_nought",
            say!(
                language,
                "nyckeln blir 0 för alla kommuner i ”{forbund}”",
                "the key is 0 for every kommun of \"{forbund}\""
            ),
        )
        .label(say!(language, "då kan deras del inte delas", "so their part cannot be shared"))
        .help(say!(
            language,
            "Ge minst en av kommunerna ett tal över 0, eller välj en annan nyckel.",
            "Give at least one of the kommuner a number above 0, or choose another key."
        )),
        BaselineProblem::ForbundWithoutInhabitants { forbund } => Description::new(
            "forbund_without_inhabitants",
            match forbund {
                Some(forbund) => say!(
                    language,
                    "”{forbund}” har inga invånare 16–64 år",
                    "\"{forbund}\" has no inhabitants aged 16–64"
                ),
                None => say!(
                    language,
                    "landets kommuner har inga invånare 16–64 år",
                    "the country's kommuner have no inhabitants aged 16–64"
                ),
            },
        )
        .label(say!(language, "0 invånare", "0 inhabitants"))
        .help(say!(
            language,
            "Kontrollera befolkning_16_64 i kommuntabellen.",
            "Check befolkning_16_64 in the kommun table."
        )),
        BaselineProblem::ForbundWithoutForsorjningsmatt { forbund } => Description::new(
            "forbund_without_forsorjningsmatt",
            match forbund {
                Some(forbund) => say!(
                    language,
                    "försörjningsmåttet är 0 i hela ”{forbund}”",
                    "the försörjningsmått is 0 in all of \"{forbund}\""
                ),
                None => say!(
                    language,
                    "försörjningsmåttet är 0 i hela landet",
                    "the försörjningsmått is 0 in all of the country"
                ),
            },
        )
        .label(say!(language, "inget att dela efter", "nothing to share by"))
        .help(say!(
            language,
            "Kontrollera forsorjningsmatt i kommuntabellen.",
            "Check forsorjningsmatt in the kommun table."
        )),
        BaselineProblem::BaseGrantsExceed { forbund, base_grant, appropriation } => {
            let forbund = number::whole(language, i64::try_from(*forbund).expect("a count"));
            let base_grant = number::amount(language, Kronor::new(*base_grant));
            let appropriation = number::amount(language, Kronor::new(*appropriation));
            Description::new(
                "base_grants_exceed",
                say!(
                    language,
                    "grundtilldelningen till {forbund} förbund är mer än anslaget",
                    "the base grants of {forbund} förbund are more than the appropriation"
                ),
            )
            .label(say!(
                language,
                "{forbund} × {base_grant} ryms inte i {appropriation}",
                "{forbund} × {base_grant} do not fit in {appropriation}"
            ))
            .help(say!(
                language,
                "Kontrollera appropriation, base_grant och antalet förbund.",
                "Check appropriation, base_grant and the number of förbund."
            ))
        }
        BaselineProblem::StateBelowBase { forbund, base_grant, state } => {
            let state = number::amount(language, Kronor::new(*state));
            let base_grant = number::amount(language, Kronor::new(*base_grant));
            Description::new(
                "state_below_base",
                say!(
                    language,
                    "statens medel till ”{forbund}” är mindre än grundtilldelningen {base_grant}",
                    "the state money of \"{forbund}\" is less than the base grant of {base_grant}"
                ),
            )
            .label(say!(language, "ger {state} från staten", "gives {state} from the state"))
            .help(say!(
                language,
                "Skriv beloppet i kronor (inte tkr), eller sänk base_grant.",
                "Write the amount in kronor (not thousands), or lower base_grant."
            ))
        }
        BaselineProblem::StateExceedsAppropriation => Description::new(
            "state_exceeds_appropriation",
            say!(
                language,
                "förbunden har mer av statens medel än anslaget räcker till",
                "the förbund have more state money than the appropriation can pay"
            ),
        )
        .label(say!(language, "räcker inte", "not enough"))
        .help(say!(
            language,
            "Kontrollera appropriation och förbundens belopp: alla ska vara i kronor.",
            "Check appropriation and the amounts of the förbund: all must be in kronor."
        )),
        BaselineProblem::IndicatorTwice { column } => Description::new(
            "indicator_twice",
            say!(language, "indikatorn ”{column}” finns två gånger", "the indicator \"{column}\" stands twice"),
        )
        .label(say!(language, "andra gången", "the second time"))
        .other(say!(language, "första gången", "the first time"))
        .help(say!(
            language,
            "Ta bort den ena; stora och små bokstäver och å, ä, ö räknas som samma.",
            "Remove one of them; case and å, ä, ö make no difference."
        )),
        BaselineProblem::UnknownIndicator { column, nearest, existing } => {
            let existing = language.list(existing);
            Description::new(
                "unknown_indicator",
                say!(
                    language,
                    "kommuntabellen har ingen indikator ”{column}”",
                    "the kommun table has no indicator \"{column}\""
                ),
            )
            .label(say!(language, "finns inte i tabellen", "not in the table"))
            .nearest(
                language,
                nearest.as_deref(),
                if existing.is_empty() {
                    say!(
                        language,
                        "Tabellen har inga kolumner utöver dem som finsam känner; ta bort raden.",
                        "The table has no columns beside those that finsam knows; remove the line."
                    )
                } else {
                    say!(language, "Indikatorerna är {existing}.", "The indicators are {existing}.")
                },
            )
        }
        BaselineProblem::NoPot => Description::new(
            "no_pot",
            say!(
                language,
                "grundtilldelningen tar hela anslaget, så netto går inte att räkna ut",
                "the base grants take the whole appropriation, so net cannot be computed"
            ),
        )
        .label(say!(language, "inget blir kvar att fördela", "nothing is left to share"))
        .help(say!(
            language,
            "Kontrollera appropriation, base_grant och antalet förbund.",
            "Check appropriation, base_grant and the number of förbund."
        )),
        BaselineProblem::FiguresTooLarge => Description::new(
            "figures_too_large",
            say!(
                language,
                "siffrorna är tillsammans för stora, eller har för många decimaler, för att räknas exakt",
                "the figures are together too large, or have too many decimals, to be computed exactly"
            ),
        )
        .label(say!(language, "räknas ut av detta", "computed from this"))
        .help(say!(
            language,
            "Kontrollera befolkning och försörjningsmått i kommuntabellen, och avrunda till färre decimaler.",
            "Check inhabitants and försörjningsmått in the kommun table, and round to fewer decimals."
        )),
    }
}
