//! What is said of the difference in kansli costs at which alternatives change places.

use super::period::Period;
use super::sentence;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

label_table!(
    /// The short texts of alternatives that change places.
    pub fn labels(language: Language) -> &'static Labels {
        leaves_more_than = ("Lämnar mer än", "Leaves more than");
        limit = ("Gräns", "Limit");
        limit_gross = ("Gräns, brutto", "Limit, gross");
        stated = ("Enligt filerna", "By the files");
        note = (
            "Gräns: så mycket mindre måste alternativets kanslier kosta för att det ska lämna mer. Den vilar bara på \
             intäkterna. Enligt filerna: så mycket mindre antas de kosta.",
            "Limit: its kanslier must cost more than this less for it to leave more. It rests on income alone. By the files: \
             how much less they are assumed to cost.",
        );
    }
);

/// When alternatives with less income leave more to insatser than today.
#[must_use]
pub fn sentence(
    language: Language,
    names: &[&str],
    period: Period,
    (gross, net): (Option<&str>, Option<&str>),
) -> String {
    let saving = match (gross, net) {
        (Some(gross), Some(net)) => sentence::gross_and_net(language, gross, net),
        (Some(gross), None) => sentence::gross(language, gross),
        (None, net) => sentence::net(language, net.unwrap_or_default()),
    };
    let leaves = if names.len() == 1 { "leaves" } else { "leave" };
    let names = language.list(names);
    let (today, beside) = (period.today(language), period.per_year_unless_named(language));
    say!(
        language,
        "{names} lämnar mer till insatser än {today} när kanslierna sparar mer än {saving}{beside}.",
        "{names} {leaves} more for insatser than {today} once the kanslier save more than {saving}{beside}."
    )
}
