//! Every assumption in words, with a stable id.

use super::language::Language;
use super::number;
use crate::analysis::assumption::Assumption;
use crate::model::kansli::{KansliRule, SplitBy};
use crate::model::key::Key;

/// The stable id of an assumption.
#[must_use]
pub fn id(assumption: &Assumption) -> String {
    let id = match assumption {
        Assumption::Formula { .. } => "allocation_formula",
        Assumption::NationalTotal { .. } => "national_total",
        Assumption::CalibratedBasis => "calibrated_basis",
        Assumption::ChangedBudgets(_) => "changed_budgets",
        Assumption::RestAllOthers(_) | Assumption::RestListed(_) | Assumption::RestSums => "rest_of_country",
        Assumption::GrossAndNet { .. } => "gross_and_net",
        Assumption::NetUnknown => "net_unknown",
        Assumption::Funding(_) => "funding",
        Assumption::FullMatching => "full_matching",
        Assumption::NoGuard => "no_guard",
        Assumption::KommunKey(_) => "kommun_key",
        Assumption::RegionKey(_) => "region_key",
        Assumption::RegionsFromKommunkod => "regions_from_kommunkod",
        Assumption::Outside(_) => "outside",
        Assumption::Joined { .. } => "joined",
        Assumption::Kansli(rule) => match rule {
            KansliRule::MergedSum { .. } => "kansli_merged_sum",
            KansliRule::SplitByInhabitants { .. } => "kansli_split_by_inhabitants",
            KansliRule::PassedOn { .. } => "kansli_passed_on",
            KansliRule::Ended { .. } => "kansli_ended",
            KansliRule::Shared { .. } => "kansli_shared",
        },
        Assumption::SeatLapsed { .. } => "sate_lapsed",
        Assumption::KansliUnknown(_) => "kansli_unknown",
        Assumption::Derived { column, .. } => return format!("derived_{column}"),
        Assumption::Rounding => "rounding",
        Assumption::Written(written) => return written.id.clone(),
    };
    id.to_owned()
}

/// An assumption in words.
#[must_use]
pub fn text(assumption: &Assumption, language: Language) -> String {
    match assumption {
        Assumption::Formula { base_grant, weights, defaults, national } => {
            let base_grant = number::amount(language, *base_grant);
            let [matt, befolkning] = weights.map(|weight| number::share(language, weight));
            let mut text = if *national {
                say!(
                    language,
                    "Statens medel fördelas så: {base_grant} per förbund, resten av anslaget till {matt} efter försörjningsmått och till {befolkning} efter invånare 16–64 år i de kommuner som tillhör ett förbund (Försäkringskassan, PM 2015-01-22; formeln och nämnarna i finsams tolkning).",
                    "State money is allocated as follows: {base_grant} per förbund, the rest of the appropriation {matt} by försörjningsmått and {befolkning} by inhabitants 16–64 of the kommuner that belong to a förbund (Försäkringskassan, PM 2015-01-22; the formula and its denominators are finsam's reading)."
                )
            } else {
                say!(
                    language,
                    "Modellens grundtilldelning ({base_grant}) och vikter ({matt} försörjningsmått, {befolkning} invånare 16–64 år; Försäkringskassan, PM 2015-01-22) används bara för att dela förbundens beslutade belopp på kommunerna.",
                    "The model's base grant ({base_grant}) and weights ({matt} försörjningsmått, {befolkning} inhabitants 16–64; Försäkringskassan, PM 2015-01-22) are used only to divide the decided amounts of the förbund over their kommuner."
                )
            };
            if defaults.base_grant || defaults.weights {
                text += &say!(
                    language,
                    " Utgångsläget anger inte alla dessa tal; modellens egna används.",
                    " The baseline does not state all these numbers; those of the model are used."
                );
            }
            text
        }
        Assumption::NationalTotal { appropriation, forbund } => {
            let appropriation = number::amount(language, *appropriation);
            say!(
                language,
                "Anslaget är låst till {appropriation} och delas i dag av {forbund} förbund.",
                "The appropriation is locked at {appropriation} and is shared by {forbund} förbund today."
            )
        }
        Assumption::CalibratedBasis => say!(
            language,
            "Förbundens beslutade belopp gäller (kalibrerat), och en kommun som flyttar tar sin del av det som överstiger grundtilldelningen med sig.",
            "The decided amounts of the förbund hold (calibrated), and a kommun that moves takes along its part of what exceeds the base grant."
        ),
        Assumption::ChangedBudgets(budgets) => {
            let sentences: Vec<String> = budgets
                .iter()
                .map(|change| {
                    let forbund = &change.forbund;
                    let budget = number::amount(language, change.budget);
                    let used = number::amount(language, change.used);
                    say!(
                        language,
                        "{forbund}: {used} i stället för {budget}",
                        "{forbund}: {used} instead of {budget}"
                    )
                })
                .collect();
            let list = sentences.join("; ");
            say!(
                language,
                "Statens del av budgeten är avrundad till hela kronor, vilket ändrar budgeten ({list}).",
                "The state's part of the budget is rounded to whole kronor, which changes the budget ({list})."
            )
        }
        Assumption::RestAllOthers(kommuner) => say!(
            language,
            "Resten av riket räknas som alla {kommuner} övriga kommuner i tabellen, även de som inte tillhör något förbund.",
            "The rest of the country is counted as all {kommuner} other kommuner of the table, even those that belong to no förbund."
        ),
        Assumption::RestListed(1) => say!(
            language,
            "Resten av riket räknas som den enda kommun som utgångsläget nämner.",
            "The rest of the country is counted as the one kommun that the baseline names."
        ),
        Assumption::RestListed(kommuner) => say!(
            language,
            "Resten av riket räknas som de {kommuner} kommuner som utgångsläget nämner.",
            "The rest of the country is counted as the {kommuner} kommuner that the baseline names."
        ),
        Assumption::RestSums => say!(
            language,
            "Resten av riket räknas med de summor som utgångsläget anger.",
            "The rest of the country is counted with the sums that the baseline gives."
        ),
        Assumption::GrossAndNet { national } => {
            let gross = if *national {
                say!(
                    language,
                    "Brutto räknar med dagens kronor per invånare och försörjningsmått, som utredningar brukar.",
                    "Gross uses today's kronor per inhabitant and försörjningsmått, as inquiries do."
                )
            } else {
                say!(
                    language,
                    "Brutto behåller varje kommuns del av dagens beslutade belopp, som utredningar brukar.",
                    "Gross keeps each kommun's part of today's decided amounts, as inquiries do."
                )
            };
            say!(
                language,
                "{gross} Netto räknar om hela riket: anslaget är låst, så frigjord grundtilldelning går tillbaka till alla förbund (finsams tolkning).",
                "{gross} Net computes the whole country anew: the appropriation is locked, so freed base grants return to all förbund (finsam's reading)."
            )
        }
        Assumption::NetUnknown => say!(
            language,
            "Nettobelopp saknas: utgångsläget anger inte både anslaget och antalet övriga förbund. Brutto räknar med dagens belopp per kommun.",
            "Net amounts are missing: the baseline does not give both the appropriation and the number of other förbund. Gross counts with today's amounts per kommun."
        ),
        Assumption::Funding(shares) => {
            let [state, region, kommuner] = shares.map(|share| number::share(language, share));
            say!(
                language,
                "Staten betalar {state}, regionerna {region} och kommunerna {kommuner} (5 § lagen (2003:1210): hälften, en fjärdedel och en fjärdedel).",
                "The state pays {state}, the regions {region} and the kommuner {kommuner} (5 § of the law (2003:1210): a half, a quarter and a quarter)."
            )
        }
        Assumption::FullMatching => say!(
            language,
            "Alla parter betalar hela sin del; inget förbund avstår medel.",
            "All parties pay their full part; no förbund forgoes money."
        ),
        Assumption::NoGuard => say!(
            language,
            "Ingen spärr mot minskning och ingen trappa för eget kapital är inräknad: om de gäller i dag är okänt.",
            "No guard against decreases and no equity staircase is applied: whether they are in force today is unknown."
        ),
        Assumption::KommunKey(key) => {
            let key = key_text(key, language);
            say!(
                language,
                "Kommunerna i ett förbund delar sin del {key}.",
                "The kommuner of a förbund divide their part {key}."
            )
        }
        Assumption::RegionKey(Key::Lika) => say!(
            language,
            "Flera regioner i samma förbund delar sin del lika, oavsett hur många kommuner de har där.",
            "Several regions of one förbund divide their part equally, however many kommuner they have in it."
        ),
        Assumption::RegionKey(key) => {
            let key = key_text(key, language);
            say!(
                language,
                "Flera regioner i samma förbund delar sin del {key} i deras kommuner där.",
                "Several regions of one förbund divide their part {key} of their kommuner in it."
            )
        }
        Assumption::RegionsFromKommunkod => say!(
            language,
            "Kommuntabellen nämner inga regioner; de är lästa ur kommunkodens två första siffror.",
            "The kommun table names no regions; they are read off the first two digits of the kommunkod."
        ),
        Assumption::Outside(names) => {
            let names = language.list(names);
            say!(
                language,
                "Utanför utgångsläget: {names}. Där visas bara vad de flyttade kommunerna tar med sig, utan grundtilldelning och kansli, och de räknas inte bland förbunden.",
                "Outside the baseline: {names}. There, only what the moved kommuner bring is shown, without base grant and kansli, and they are not counted among the förbund."
            )
        }
        Assumption::Joined { held, entering } => joined(held, entering, language),
        Assumption::Kansli(rule) => kansli(rule, language),
        Assumption::SeatLapsed { forbund, kommun } => say!(
            language,
            "{kommun}, säte för {forbund}, lämnar förbundet; avstånden där räknas sedan från den största kommunen.",
            "{kommun}, the seat of {forbund}, leaves it; distances there are then from the largest kommun."
        ),
        Assumption::KansliUnknown(names) => {
            let names = language.list(names);
            say!(
                language,
                "Kanslikostnaden är okänd för {names}; därför saknas summor för kansli och insatser.",
                "The kansli cost is unknown for {names}; hence sums of kansli and insatser are missing."
            )
        }
        Assumption::Derived { column, title, title_en } => {
            let title = super::import::title(language, title, title_en.as_deref()).trim_end_matches('.');
            say!(
                language,
                "Härlett: kolumnen {column} är inte publicerad statistik ({title}). Alla belopp som vilar på den är därför härledda.",
                "Derived (härlett): the column {column} is not published statistics ({title}). All amounts that rest on it are therefore derived."
            )
        }
        Assumption::Rounding => say!(
            language,
            "Belopp räknas exakt och avrundas till hela kronor så att varje tabell går jämnt upp (största rest; vid lika rest lägst kommunkod). Myndigheternas avrundning är inte dokumenterad.",
            "Amounts are computed exactly and rounded to whole kronor so that every table adds up (largest remainder; equal remainders by lowest kommunkod). How the authorities round is not documented."
        ),
        Assumption::Written(written) => {
            language.pick(&written.text, written.text_en.as_ref().unwrap_or(&written.text)).clone()
        }
    }
}

fn joined(held: &[String], entering: &[String], language: Language) -> String {
    let mut sentences = Vec::new();
    if !held.is_empty() {
        let held = language.list(held);
        sentences.push(say!(
            language,
            "Från inget av utgångslägets förbund, men räknade till resten av riket redan i dag: {held}. \
             Nämnarna ändras inte.",
            "From none of the baseline's förbund, but counted in the rest of the country already: {held}. \
             The denominators stay."
        ));
    }
    if !entering.is_empty() {
        let entering = language.list(entering);
        sentences.push(say!(
            language,
            "Från inget förbund alls: {entering}. Netto höjer det rikets summor och späder ut alla andra; \
             brutto tar varje kommun med sin egen del.",
            "From no förbund at all: {entering}. Net, this raises the country's sums and dilutes all others; \
             gross, each kommun brings its own part."
        ));
    }
    sentences.join(" ")
}

fn kansli(rule: &KansliRule, language: Language) -> String {
    match rule {
        KansliRule::MergedSum { forbund } => say!(
            language,
            "Kansliet i {forbund} antas kosta lika mycket som delarnas tillsammans; scenariot anger ingen besparing.",
            "The kansli of {forbund} is assumed to cost as much as those of its parts together; the scenario states no saving."
        ),
        KansliRule::SplitByInhabitants { forbund } => say!(
            language,
            "Kansliet i {forbund} delas på delarna efter invånare 16–64 år, där scenariot inte anger någon kostnad.",
            "The kansli of {forbund} is divided over its parts by inhabitants 16–64 where the scenario states no cost."
        ),
        KansliRule::PassedOn { from, to, stated } => {
            let mut text = if to.is_empty() {
                say!(language, "{from} upphör.", "{from} ceases.")
            } else if to.len() == 1 && stated.is_empty() {
                let to = language.list(to);
                say!(
                    language,
                    "{from} upphör, och hela dess kansli går över till {to}.",
                    "{from} ceases, and all of its kansli passes to {to}."
                )
            } else {
                let to = language.list(to);
                say!(
                    language,
                    "{from} upphör, och dess kansli går över till {to} efter mottagna invånare 16–64 år.",
                    "{from} ceases, and its kansli passes to {to} by inhabitants 16–64 received."
                )
            };
            if !stated.is_empty() {
                let stated = language.list(stated);
                text += &say!(
                    language,
                    " {stated} har sin del i den kostnad som scenariot anger.",
                    " {stated} has its share in the cost that the scenario states."
                );
            }
            text
        }
        KansliRule::Ended { from } => say!(
            language,
            "{from} upphör, och dess kansli med det, eftersom alla kommuner går till förbund utanför utgångsläget.",
            "{from} ceases and its kansli with it, as all its kommuner go to förbund outside the baseline."
        ),
        KansliRule::Shared { forbund, cost, .. } if forbund.len() == 1 => {
            let (forbund, cost) = (language.list(forbund), number::amount(language, *cost));
            say!(
                language,
                "{forbund} bär ensamt det gemensamma kansliet för {cost}, i stället för ett eget.",
                "{forbund} alone carries the shared kansli of {cost}, instead of one of its own."
            )
        }
        KansliRule::Shared { forbund, cost, split_by } => {
            let forbund = language.list(forbund);
            let cost = number::amount(language, *cost);
            let split_by = match split_by {
                SplitBy::Budget => language.pick(
                    "efter samlade intäkter efter ändringarna, brutto",
                    "by total income after the changes, gross",
                ),
                SplitBy::Lika => language.pick("lika", "alike"),
                SplitBy::Befolkning => language.pick("efter invånare 16–64 år", "by inhabitants 16–64"),
            };
            say!(
                language,
                "{forbund} delar ett kansli för {cost} i stället för sina egna, fördelat {split_by}.",
                "{forbund} share a kansli of {cost} instead of their own, divided {split_by}."
            )
        }
    }
}

/// How a key divides.
#[must_use]
pub fn key_text(key: &Key, language: Language) -> &'static str {
    match key {
        Key::Befolkning => language.pick("efter invånare 16–64 år", "by inhabitants 16–64"),
        Key::Folkmangd => language.pick("efter folkmängd", "by all inhabitants"),
        Key::Forsorjningsmatt => language.pick("efter försörjningsmått", "by försörjningsmått"),
        Key::Lika => language.pick("lika", "alike"),
        Key::Explicit(_) => language.pick(
            "efter de överenskomna tal som utgångsläget anger",
            "by the agreed numbers of the baseline",
        ),
    }
}
