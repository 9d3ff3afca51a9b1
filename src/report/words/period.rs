//! Which time the figures of a result are of: of each year, or, where there is a path, of its last year. No caption and
//! no sentence leaves that out.

use crate::analysis::result::ScenarioResult;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

/// Which time figures are of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Period {
    /// Of each year alike.
    #[default]
    EachYear,
    /// Of one year of a path.
    Year(i64),
    /// Of all years of a path together, from the first to the last.
    Years(i64, i64),
}

impl Period {
    /// That of the figures of a result.
    #[must_use]
    pub fn of(result: &ScenarioResult) -> Self {
        let last = result.path.as_ref().and_then(|path| path.years.last());
        last.map_or(Self::EachYear, |last| Self::Year(last.year))
    }

    /// That of the figures of results which are compared: they have equal paths.
    #[must_use]
    pub fn of_all(results: &[ScenarioResult]) -> Self {
        results.first().map_or(Self::EachYear, Self::of)
    }

    /// Whether it is a year of a path, or several.
    #[must_use]
    pub fn is_of_path(self) -> bool {
        self != Self::EachYear
    }

    /// What stands behind amounts of money: " per år", " 2031".
    #[must_use]
    pub fn per_year(self, language: Language) -> String {
        match self {
            Self::EachYear => language.pick(" per år", " per year").to_owned(),
            _ => self.beside(language),
        }
    }

    /// What stands behind figures that are no flow of money: nothing, or " 2031".
    #[must_use]
    pub fn beside(self, language: Language) -> String {
        match self {
            Self::EachYear => String::new(),
            Self::Year(year) => say!(language, " {year}", " in {year}"),
            Self::Years(from, to) => {
                let years = span(from, to);
                say!(language, " {years}", " in {years}")
            }
        }
    }

    /// What stands behind an amount in brackets, where the sentence does not say it yet: " per år", or nothing.
    #[must_use]
    pub fn per_year_unless_named(self, language: Language) -> &'static str {
        if self.is_of_path() { "" } else { language.pick(" per år", " per year") }
    }

    /// What is compared with: "i dag", "i nuläget".
    #[must_use]
    pub fn today(self, language: Language) -> &'static str {
        if self.is_of_path() { language.pick("i nuläget", "today") } else { language.pick("i dag", "today") }
    }

    /// What something is compared with: "jämfört med i dag", "jämfört med nuläget".
    #[must_use]
    pub fn with_today(self, language: Language) -> &'static str {
        if self.is_of_path() { language.pick("nuläget", "today") } else { self.today(language) }
    }

    /// "Per år", "År 2031".
    #[must_use]
    pub fn heading(self, language: Language) -> String {
        match self {
            Self::EachYear => language.pick("Per år", "Per year").to_owned(),
            Self::Year(year) => say!(language, "År {year}", "Year {year}"),
            Self::Years(from, to) => span(from, to),
        }
    }

    /// The caption of a table of it.
    #[must_use]
    pub(in crate::report) fn caption(
        self,
        language: Language,
        pick: impl Fn(&Captions) -> &'static str,
    ) -> String {
        let text = pick(captions(language));
        text.replace("{per_year}", &self.per_year(language)).replace("{year}", &self.beside(language))
    }
}

/// "2026–2031", or the one year that there is.
pub(super) fn span(from: i64, to: i64) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

label_table!(
    /// The captions of tables: `{per_year}` and `{year}` become what [`Period::per_year`] and [`Period::beside`] say.
    pub(in crate::report) fn captions(language: Language) -> &'static Captions {
        forbund = (
            "Förbundens intäkter, kansli och pengar till insatser{per_year}",
            "Income, kansli and money for insatser of the förbund{per_year}",
        );
        kommuner = ("Kommunernas bidrag{per_year}", "Contributions of the kommuner{per_year}");
        contributions = ("Parternas bidrag{per_year}", "Contributions of the parties{per_year}");
        base_grant = (
            "Grundtilldelningens del av statens medel{per_year}",
            "The base grant's part of state money{per_year}",
        );
        regions = ("Regionernas bidrag{per_year}", "Contributions of the regions{per_year}");
        in_short = (
            "Nuläget, och vad varje alternativ ändrar{per_year}",
            "Today, and what each alternative changes{per_year}",
        );
        income_gross = ("Intäkter{per_year}, brutto", "Income{per_year}, gross");
        income_net = (
            "Intäkter{per_year}, netto (efter nationell omfördelning)",
            "Income{per_year}, net (after national redistribution)",
        );
        insatser = ("Kansli och pengar till insatser{per_year}", "Kansli and money for insatser{per_year}");
        kanslier = (
            "Kanslier{per_year}: kostnad, heltidstjänster och andel av intäkterna",
            "Kanslier{per_year}: cost, full-time posts and share of income",
        );
        holdings = (
            "Vid sidan av parternas medel{year}: eget kapital, överförda medel och övriga intäkter",
            "Beside the parties' money{year}: equity, money carried over and other income",
        );
        equity_of_kommuner = (
            "Kommunernas delar av förbundens eget kapital{year}, efter nyckeln: en illustration",
            "The kommuner's parts of the equity of the förbund{year}, by the key: an illustration",
        );
        maximum = (
            "Statens medel{per_year}: högsta nivå och vad som tas emot",
            "State money{per_year}: the maximum and what is accepted",
        );
        break_even = (
            "Brytpunkt: vad kanslierna måste spara{per_year}",
            "Break-even: what the kanslier must save{per_year}",
        );
        board_time = ("Styrelser och tid{per_year}", "Boards and time{per_year}");
        board_hours = ("Timmar i styrelser{per_year}, per part", "Hours on boards{per_year}, by party");
        board_arvoden = ("Arvoden i styrelser{per_year}, per part", "Arvoden of boards{per_year}, by party");
        flip = (
            "När alternativ byter plats efter pengar till insatser{per_year}",
            "When alternatives change places by money for insatser{per_year}",
        );
        matrix_income = ("Förbundens intäkter{per_year}", "Income of the förbund{per_year}");
        matrix_kansli = ("Förbundens kanslier{per_year}", "Kanslier of the förbund{per_year}");
        matrix_kansli_share = (
            "Kansliets andel av intäkterna{year} i procent",
            "The kansli's share of income{year} in percent",
        );
        matrix_insatser =
            ("Förbundens pengar till insatser{per_year}", "Money for insatser of the förbund{per_year}");
        matrix_insatser_each = (
            "Pengar till insatser{year} per invånare 16–64 år, kr",
            "Money for insatser{year} per inhabitant aged 16–64, kr",
        );
        matrix_forbund = (
            "Förbundens pengar till insatser{year}, per invånare 16–64 år, och kansliets andel av intäkterna",
            "Money for insatser of the förbund{year}, per inhabitant aged 16–64, and the kansli's share of income",
        );
        matrix_contribution_each = (
            "Kommunernas bidrag{year} per invånare 16–64 år, kr",
            "Contributions of the kommuner{year} per inhabitant aged 16–64, kr",
        );
        matrix_insatser_of_kommun = (
            "Pengar till insatser{year} per invånare 16–64 år i kommunens förbund, kr",
            "Money for insatser{year} per inhabitant aged 16–64 in the kommun's förbund, kr",
        );
        parties = (
            "Parter, styrelse och kommunernas storlek{year}",
            "Parties, boards and the size of the kommuner{year}",
        );
        distance = (
            "Avstånd till förbundets säte eller största kommun{year}",
            "Distance to the seat or the largest kommun of the förbund{year}",
        );
        indicators =
            ("Indikatorer för förbundens kommuner{year}", "Indicators of the kommuner of each förbund{year}");
        boards = ("Styrelser och storlek{year}", "Boards and size{year}");
        distances = (
            "Längst till ett förbunds säte eller största kommun{year}",
            "Farthest from the seat or the largest kommun of a förbund{year}",
        );
        keys_today = (
            "Nuläget: kommunernas bidrag{per_year} med olika fördelningsnycklar",
            "Today: contributions of the kommuner{per_year} under each fördelningsnyckel",
        );
        keys_gross = (
            "Efter: kommunernas bidrag{per_year} med olika fördelningsnycklar, brutto",
            "After: contributions of the kommuner{per_year} under each fördelningsnyckel, gross",
        );
        keys_net = (
            "Efter: kommunernas bidrag{per_year} med olika fördelningsnycklar, netto",
            "After: contributions of the kommuner{per_year} under each fördelningsnyckel, net",
        );
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_says_of_which_time_it_is() {
        let swedish = |period: Period| period.caption(Language::Swedish, |captions| captions.forbund);
        assert_eq!(swedish(Period::EachYear), "Förbundens intäkter, kansli och pengar till insatser per år");
        assert_eq!(swedish(Period::Year(2031)), "Förbundens intäkter, kansli och pengar till insatser 2031");
        let english = |period: Period| period.caption(Language::English, |captions| captions.income_net);
        assert_eq!(english(Period::Year(2031)), "Income in 2031, net (after national redistribution)");
        let each =
            |period: Period| period.caption(Language::Swedish, |captions| captions.matrix_contribution_each);
        assert_eq!(each(Period::EachYear), "Kommunernas bidrag per invånare 16–64 år, kr");
        assert_eq!(each(Period::Year(2031)), "Kommunernas bidrag 2031 per invånare 16–64 år, kr");
    }
}
