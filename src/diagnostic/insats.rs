//! What can be wrong with insatser and the value of their results.

use super::declare::problems;

problems!(
    /// What can be wrong with insatser and the value of their results.
    pub enum InsatsProblem {
        #[error("insats_twice")]
        #[title("två insatser heter ”{name}”", "two insatser are called \"{name}\"")]
        #[label("samma namn", "the same name")]
        #[other("första gången", "the first time")]
        #[help = "Ge dem olika namn, till exempel med orten: ändringar nämner insatser vid namn."]
        #[en = "Give them different names, for example with the kommun: changes name insatser."]
        Twice { name: String },
        #[error("insats_twice")]
        #[title(
            "det finns redan en insats som heter ”{name}”",
            "there is an insats called \"{name}\" already"
        )]
        #[label("namnet är upptaget", "the name is taken")]
        #[help = "Välj ett annat namn. Utan ny = true ändras den insats som finns."]
        #[en = "Choose another name. Without ny = true the insats that there is is changed."]
        NameTaken { name: String },
        #[error("insats_twice")]
        #[title("”{name}” är nämnd två gånger", "\"{name}\" is named twice")]
        #[label("en gång till", "a second time")]
        #[help("Ta bort den ena.", "Remove one of them.")]
        PartTwice { name: String },
        #[error("insats_unknown")]
        #[title("insatsen ”{name}” finns inte", "there is no insats \"{name}\"")]
        #[label("finns inte här", "not there")]
        #[did_you_mean(nearest)]
        #[help = "Skriv ny = true om insatsen är ny, annars namnet på en insats som finns när ändringen görs."]
        #[en = "Write ny = true if the insats is new, else the name of one that there is when the change is made."]
        Unknown { name: String, nearest: Option<String> },
        #[error("insats_does_two")]
        #[title = "insatsen kan bara ha ett av ny, upphor och merge"]
        #[en = "the insats can have only one of ny, upphor and merge"]
        #[label("välj ett av dem", "choose one of them")]
        #[help = "Skriv en rad i insatser för varje sak som händer."]
        #[en = "Write an item of insatser for each thing that happens."]
        DoesTwo,
        #[error("insats_does_two")]
        #[title("insatsen upphör och har ändå uppgifter", "the insats ends and has figures all the same")]
        #[label("behåll name och upphor", "keep name and upphor")]
        #[help = "Ta bort övriga uppgifter, eller upphor om insatsen ska finnas kvar."]
        #[en = "Remove the other keys, or upphor if the insats is to remain."]
        EndsWithFigures,
        #[error("insats_merge")]
        #[title("en insats kan inte slås ihop med sig själv", "an insats cannot be merged with itself")]
        #[label("minst två behövs", "at least two are needed")]
        #[help("Nämn två insatser eller fler.", "Name two insatser or more.")]
        TooFew,
        #[error("insats_merge")]
        #[title("insatserna hör till olika förbund", "the insatser belong to different förbund")]
        #[label("vilket förbund ska ha ”{name}”?", "which förbund is to have \"{name}\"?")]
        #[help = "Ange forbund: det som ska betala den efter ändringen."]
        #[en = "State forbund: the one that pays for it after the change."]
        SeveralForbund { name: String },
        #[error("insats_ort")]
        #[title = "”{kommun}” är inte med i ”{forbund}”, som har insatsen ”{name}”"]
        #[en = "\"{kommun}\" is not in \"{forbund}\", which has the insats \"{name}\""]
        #[label("inte medlem", "not a member")]
        #[help = "Skriv en av förbundets kommuner, eller utelämna ort: då gäller insatsen hela förbundet."]
        #[en = "Write one of its kommuner, or leave ort out: the insats is then for the whole förbund."]
        OrtNotAMember { name: String, kommun: String, forbund: String },
        #[error("insats_resultat")]
        #[title = "fler har resultatet ”{kind}” än vad som deltar i ”{name}”"]
        #[en = "more have the result \"{kind}\" than take part in \"{name}\""]
        #[label("fler än deltagare", "more than deltagare")]
        #[help = "Skriv antal personer, inte procent, och deltagare under samma år."]
        #[en = "Write numbers of persons, not percent, and the deltagare of the same year."]
        MoreThanTakePart { name: String, kind: String },
        #[error("value_unknown")]
        #[title("ingen insats har resultatet ”{name}”", "no insats has the result \"{name}\"")]
        #[label("finns inte i filens insatser", "in no insats of the file")]
        #[did_you_mean(nearest)]
        #[help = "Skriv resultatet som i resultat i en av filens insatser. Finns det bara i ett scenario: skriv det med 0 personer i \
                  en av dem."]
        #[en = "Write the result as in resultat of an insats of the file. If only a scenario has it: write it with 0 persons in \
                one of them."]
        ValueUnknown { name: String, nearest: Option<String> },
        #[error("value_twice")]
        #[title("resultatet ”{name}” har två värden", "the result \"{name}\" has two values")]
        #[label("en gång till", "a second time")]
        #[other("första gången", "the first time")]
        #[help(
            "Ta bort det ena, eller skriv båda i ett: low och high.",
            "Remove one, or write both in one: low and high."
        )]
        ValueTwice { name: String },
        #[error("value_turned")]
        #[title("low är större än high", "low is above high")]
        #[label("det lägsta värdet", "the lowest value")]
        #[help("Byt plats på low och high.", "Let low and high change places.")]
        ValueTurned,
    }
);
