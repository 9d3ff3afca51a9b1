//! The files as text, each with comments that say what may be changed.

use rust_decimal::Decimal;

use super::alternatives::{Alternative, EXAMPLE_KANSLI};
use super::change_section;
use super::division::{Division, Origin};
use super::toml::{self, pair};
use crate::input::baseline::ILLUSTRATIVE_KANSLI;
use crate::input::table_file::StandaloneTable;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::parameters::Parameters;
use crate::schema::Subject;
use crate::text::language::Language;
use crate::text::{number, say};

/// State money in the country, kr (2025, finsam.se).
const APPROPRIATION: i64 = 339_000_000;
/// About how many förbund there are in the country (2025, finsam.se).
const FORBUND_IN_COUNTRY: usize = 70;
/// The year of the two.
const YEAR_OF_COUNTRY: i64 = 2025;
/// The folder of the schemas beside the baseline.
pub const SCHEMAS: &str = "schemas";

/// What the files are made from.
#[derive(Debug)]
pub struct Start<'start> {
    /// Today's förbund.
    pub division: &'start Division,
    /// The kommun table.
    pub table: &'start StandaloneTable,
    /// Its path as it is to stand in the baseline.
    pub table_path: &'start str,
    /// The sums of the rest of the country, where the table does not have it.
    pub rest: Option<RestSums>,
    /// What each kansli costs today, if that is known.
    pub kansli: Option<Kronor>,
    /// The language of comments and names.
    pub language: Language,
}

/// The kommuner of the country that are in none of the förbund, by the built-in table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RestSums {
    /// Their inhabitants 16–64.
    pub befolkning_16_64: u64,
    /// Their försörjningsmått.
    pub forsorjningsmatt: Decimal,
    /// The year of the figures.
    pub year: Option<i64>,
}

/// The sums of all kommuner that are not among `own`, by kommunkod.
#[must_use]
pub fn rest_sums(builtin: &StandaloneTable, own: &Kommuner, members: &[KommunId]) -> RestSums {
    let is_own = |kommunkod| members.iter().any(|&member| own.get(member).kommunkod == kommunkod);
    let others = || {
        builtin
            .table
            .kommuner
            .iter()
            .zip(&builtin.table.figures)
            .filter(|((_, kommun), _)| !is_own(kommun.kommunkod))
    };
    RestSums {
        befolkning_16_64: others().map(|(_, figures)| figures.befolkning_16_64).sum(),
        forsorjningsmatt: others().map(|(_, figures)| figures.forsorjningsmatt).sum(),
        year: builtin.table.year,
    }
}

impl Start<'_> {
    fn kommuner(&self) -> &Kommuner {
        &self.table.table.kommuner
    }

    /// The name of the baseline: the län, else the förbund, else the kommuner.
    fn title(&self) -> String {
        let names: Vec<String> = match (self.division.lan.as_slice(), self.division.origin) {
            ([], Origin::Example) => {
                let members = self.division.forbund.iter().flat_map(|group| &group.members);
                members.map(|&member| self.kommuner().get(member).name.clone()).collect()
            }
            ([], _) => self.division.forbund.iter().map(|group| group.name.clone()).collect(),
            (lan, _) => lan.to_vec(),
        };
        match names.as_slice() {
            [one, two, three, _, ..] => {
                say!(self.language, "{one}, {two}, {three} med flera", "{one}, {two}, {three} and others")
            }
            few => self.language.list(few),
        }
    }

    /// The baseline.
    #[must_use]
    pub fn baseline(&self) -> String {
        let language = self.language;
        let mut out = schema_line("", Subject::Baseline)
            + &comment(&say!(
                language,
                "Utgångsläget: dagens samordningsförbund, skrivet av finsam init.\n\
                 Ändra det som inte stämmer; scenarierna i mappen scenarios bygger på den här filen.\n\
                 Allt efter # är en kommentar. Visa kommunernas uppgifter med: finsam data show",
                "The baseline: today's samordningsförbund, written by finsam init.\n\
                 Change what is not right; the scenarios in the folder scenarios rest on this file.\n\
                 All behind # is a comment. Show the figures of the kommuner with: finsam data show --lang \
                 en"
            ));
        out += &pair("name", &toml::text(&self.title()));
        let millions = APPROPRIATION / 1_000_000;
        out += &pair(
            "source",
            &toml::text(&say!(
                language,
                "finsam.se (anslaget {millions} mnkr och omkring {FORBUND_IN_COUNTRY} förbund \
                 {YEAR_OF_COUNTRY}); förbunden enligt uppgift",
                "finsam.se (the appropriation of {millions} million kr and about {FORBUND_IN_COUNTRY} \
                 förbund in {YEAR_OF_COUNTRY}); the förbund as stated by the user"
            )),
        );
        if let Some(year) = self.table.table.year {
            out += &pair("year", &year.to_string());
        }
        out += &pair("kommuner", &toml::text(self.table_path));
        out += &pair("kommun_key", &toml::text("befolkning_16_64"));
        out += &pair("region_key", &toml::text("befolkning_16_64"));
        out += "\n";
        out += &comment(&say!(
            language,
            "Statens modell. appropriation är hela rikets anslag, base_grant grundtilldelningen per \
             förbund.\n\
             rest_of_country är alla andra: forbund är landets förbund utom dem i den här filen.",
            "The state's model. appropriation is that of the whole country, base_grant the base grant per \
             förbund.\n\
             rest_of_country is all others: forbund is the förbund of the country but for those in this \
             file."
        ));
        out += "[model]\n";
        out += &pair("appropriation", &toml::whole(APPROPRIATION));
        out += &pair("base_grant", &toml::whole(Parameters::BASE_GRANT.get()));
        let [matt, befolkning] = Parameters::model_weights();
        out += &pair("weights", &format!("{{ forsorjningsmatt = {matt}, befolkning = {befolkning} }}"));
        out += "\n[model.rest_of_country]\n";
        let others = FORBUND_IN_COUNTRY.saturating_sub(self.division.forbund.len());
        out += &pair("forbund", &others.to_string());
        match &self.rest {
            None => out += &pair("kommuner", &toml::text("alla")),
            Some(rest) => {
                let befolkning = i64::try_from(rest.befolkning_16_64).expect("a count");
                out += &pair("befolkning_16_64", &toml::whole(befolkning));
                out += &pair("forsorjningsmatt", &rest.forsorjningsmatt.to_string());
            }
        }
        out += "\n";
        out += &comment(&forbund_head(language, self.division.origin == Origin::Example));
        for group in &self.division.forbund {
            let names = || group.members.iter().map(|&member| &self.kommuner().get(member).name);
            out += "[[forbund]]\n";
            out += &pair("name", &toml::text(&group.name));
            out += &pair("kommuner", &toml::list(names()));
            out += "# budget = 5_000_000\n";
            out += &match self.kansli {
                Some(kansli) => pair("kansli", &toml::whole(kansli.get())),
                None => "# kansli = 1_250_000\n".to_owned(),
            };
            if let (Some(first), Some(_)) = (names().next(), names().nth(1)) {
                out += "# ";
                out += &pair("sate", &toml::text(first));
            }
            out += "\n";
        }
        out + &self.assumptions()
    }

    /// What every output must say of the baseline.
    fn assumptions(&self) -> String {
        let mut assumptions = Vec::new();
        if self.division.origin == Origin::Example {
            assumptions.push(assumption("example_division", |language| {
                say!(
                    language,
                    "Indelningen i förbund är ett exempel (kommunerna delade på hälften efter \
                     kommunkod), inte dagens. Skriv dagens förbund i utgångsläget innan \
                     uppgifterna används.",
                    "The division into förbund is an example (the kommuner halved by kommunkod), not \
                     today's. Write today's förbund in the baseline before the figures are used."
                )
            }));
        }
        // With more förbund of its own the baseline counts those, and no others.
        if self.division.forbund.len() <= FORBUND_IN_COUNTRY {
            assumptions.push(assumption("about_70_forbund", |language| {
                say!(
                    language,
                    "Antalet förbund i landet är ungefärligt: omkring {FORBUND_IN_COUNTRY} år \
                     {YEAR_OF_COUNTRY}.",
                    "The number of förbund in the country is approximate: about {FORBUND_IN_COUNTRY} in \
                     {YEAR_OF_COUNTRY}."
                )
            }));
        }
        if let Some(year) = self.table.table.year.filter(|year| *year != YEAR_OF_COUNTRY) {
            let text = |language| {
                say!(
                    language,
                    "Anslaget gäller {YEAR_OF_COUNTRY}, men invånare och försörjningsmått är från {year}.",
                    "The appropriation is that of {YEAR_OF_COUNTRY}, but inhabitants and försörjningsmått \
                     are of {year}."
                )
            };
            assumptions.push(assumption("figures_of_year", text));
        }
        if let Some(rest) = &self.rest {
            let text = |language| {
                let of_year =
                    rest.year.map(|year| say!(language, ", år {year}", ", year {year}")).unwrap_or_default();
                say!(
                    language,
                    "Kommuntabellen har inte hela riket. Resten av riket är summor ur finsams inbyggda \
                     tabell{of_year}, där försörjningsmåttet är härlett.",
                    "The kommun table does not have the whole country. The rest of the country is sums of \
                     finsam's built-in table{of_year}, where the försörjningsmått is derived (härlett)."
                )
            };
            assumptions.push(assumption("rest_of_country_builtin", text));
        }
        if let Some(kansli) = self.kansli {
            let text = |language| {
                let amount = number::amount(language, kansli);
                say!(
                    language,
                    "Varje förbunds kansli antas kosta {amount} per år, lika mycket för alla.",
                    "The kansli of each förbund is assumed to cost {amount} a year, the same for all."
                )
            };
            assumptions.push(assumption("kansli_alike", text));
        }
        assumptions.join("\n")
    }

    /// A scenario, for a file in a folder beside the baseline.
    #[must_use]
    pub fn scenario(&self, alternative: &Alternative) -> String {
        let language = self.language;
        let mut out = schema_line("../", Subject::Scenario) + &comment(&alternative.comment(language));
        out += &pair("name", &toml::text(alternative.name(language)));
        out += &pair("description", &toml::text(&alternative.description(language)));
        out += &pair("baseline", &toml::text("../utgangslage.toml"));
        if let Some(change) = alternative.change() {
            out += "\n";
            out += &change_section::text(&change);
        }
        if let Alternative::SharedKansli { kansli, .. } = alternative {
            let text = |language| {
                let amount = number::amount(language, *kansli);
                let each = number::amount(language, EXAMPLE_KANSLI);
                match self.kansli {
                    Some(_) => say!(
                        language,
                        "Det gemensamma kansliet antas kosta {amount}, lika mycket som dagens tillsammans: \
                         ingen besparing är inräknad. Skriv er egen kalkyl i scenariot.",
                        "The shared kansli is assumed to cost {amount}, as much as today's together: no \
                         saving is counted in. Write your own estimate in the scenario."
                    ),
                    None => say!(
                        language,
                        "Kostnaden för det gemensamma kansliet ({amount}) är ett exempel: {each} \
                         per förbund. Byt ut den mot er egen kalkyl innan uppgifterna används.",
                        "The cost of the shared kansli ({amount}) is an example: {each} per \
                         förbund. Replace it with your own estimate before the figures are used."
                    ),
                }
            };
            out += "\n";
            out += &assumption(&format!("shared_{ILLUSTRATIVE_KANSLI}"), text);
        }
        out
    }
}

/// The comment above the förbund.
fn forbund_head(language: Language, example: bool) -> String {
    let amounts = say!(
        language,
        "Så här beräknar modellen förbundens pengar. Vill ni utgå från beslutade budgetar i stället:\n\
         skriv budget = … (hela budgeten, kr per år) på alla förbund, utan # först.\n\
         kansli är vad kansliet kostar i dag, kr per år. Utan det är pengarna till insatser okända.\n\
         Delposter går bra: kansli = {{ forbundschef = 850_000, lokaler = 110_000 }}\n\
         sate är kommunen där förbundet har sitt säte. Utan det mäts avstånden från den största kommunen.",
        "As it is, the model computes the money of the förbund. To start from decided budgets instead:\n\
         write budget = … (the whole budget, kr a year) on every förbund, without the #.\n\
         kansli is what the kansli costs today, kr a year. Without it the money for insatser is unknown.\n\
         Items will do too: kansli = {{ forbundschef = 850_000, lokaler = 110_000 }}\n\
         sate is the kommun where the förbund has its seat. Without it distances are from the largest \
         kommun."
    );
    if !example {
        return amounts;
    }
    let division = say!(
        language,
        "OBS: indelningen nedan är ett exempel. Vilka förbund som finns i dag vet bara ni:\n\
         byt namn och flytta kommuner mellan listorna, lägg till eller ta bort [[forbund]], och ta bort\n\
         antagandet example_division längst ned. Byt också namnen i scenarierna.",
        "NOTE: the division below is an example. Only you know which förbund there are today:\n\
         change names and move kommuner between the lists, add or remove [[forbund]], and remove\n\
         the assumption example_division below. Change the names in the scenarios too."
    );
    format!("{division}\n\n{amounts}")
}

/// An assumption in both languages: whatever language the file is in, outputs come in either.
fn assumption(id: &str, text: impl Fn(Language) -> String) -> String {
    let [swedish, english] =
        [Language::Swedish, Language::English].map(|language| toml::text(&text(language)));
    "[[assumption]]\n".to_owned()
        + &pair("id", &toml::text(id))
        + &pair("text", &swedish)
        + &pair("text_en", &english)
}

/// The line by which editors find the schema of a file: with it they complete keys and show their meaning.
fn schema_line(up: &str, subject: Subject) -> String {
    format!("#:schema {up}{SCHEMAS}/{}\n", subject.file_name())
}

/// A comment holds no control characters, says TOML.
pub(super) fn comment(text: &str) -> String {
    let line = |line: &str| format!("# {}", line.replace(char::is_control, " ")).trim_end().to_owned() + "\n";
    text.lines().map(line).collect()
}
