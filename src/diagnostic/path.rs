//! What can be wrong with the years of a path.

use super::declare::problems;

problems!(
    /// What can be wrong with the years of a path.
    pub enum PathProblem {
        #[error("path_years")]
        #[title = "from ska vara före to, eller samma år, och tidsplanen ha högst {most} år"]
        #[en = "from must not be after to, and the path have at most {most} years"]
        #[label("här", "here")]
        #[help("Ändra from eller to i [path].", "Change from or to in [path].")]
        Years { most: i64 },
        #[error("path_rate")]
        #[title = "{key} ska vara en andel per år över −1 och under 1, med högst nio decimaler"]
        #[en = "{key} must be a share a year above −1 and below 1, with at most nine decimals"]
        #[label("utanför gränserna", "out of range")]
        #[help = "Skriv andelar, inte procent: 0.025 i stället för 2,5."]
        #[en = "Write shares, not percent: 0.025 instead of 2.5."]
        Rate { key: String },
        #[error("path_missing")]
        #[title(
            "{key} anger år, men det finns ingen tidsplan, [path]",
            "{key} names years, but no path is stated"
        )]
        #[label("år utan tidsplan", "years without a [path]")]
        #[help = "Lägg till [path] med from och to i scenariot eller utgångsläget, eller ta bort åren."]
        #[en = "Add a [path] with from and to to the scenario or the baseline, or remove the years."]
        Missing { key: String },
        #[error("path_first_year")]
        #[title = "{key} gäller först från {first}, men tidsplanen börjar {from}"]
        #[en = "{key} holds from {first} on, but the path begins in {from}"]
        #[label("inget värde för {from}", "no value for {from}")]
        #[help = "Ange ett värde för {from} eller tidigare."]
        #[en = "State a value for {from} or an earlier year."]
        FirstYear { key: String, first: i64, from: i64 },
        #[error("path_figures_missing")]
        #[title = "{kommun} har ingen uppgift om {column} för {wanted} eller tidigare, som {year} beräknas med"]
        #[en = "{kommun} has no {column} of {wanted} or before, which {year} is computed with"]
        #[label("behövs från {wanted}", "needed from {wanted} on")]
        #[help = "Låt tidsplanen börja senare, välj ett mindre figures_lag, eller komplettera tabellen."]
        #[en = "Let the path begin later, choose a smaller figures_lag, or complete the table."]
        FiguresMissing { kommun: String, column: String, wanted: i64, year: i64 },
        #[error("path_outside")]
        #[title("{year} ligger utanför tidsplanen, {from}–{to}", "{year} is outside the path, {from}–{to}")]
        #[label("utanför {from}–{to}", "outside {from}–{to}")]
        #[help("Ändra året, eller from och to i [path].", "Change the year, or from and to in [path].")]
        Outside { year: i64, from: i64, to: i64 },
        #[error("month_form")]
        #[title = "from ska vara ett år, eller ett år med månad inom citattecken"]
        #[en = "from must be a year, or a year with its month in quotation marks"]
        #[label("går inte att läsa som en månad", "cannot be read as a month")]
        #[help(
            "Skriv till exempel from = 2027 eller from = \"2027-07\".",
            "Write for example from = 2027 or from = \"2027-07\"."
        )]
        MonthForm,
        #[error("years_mixed")]
        #[title = "i {key} är några nycklar år och andra inte"]
        #[en = "in {key} some keys are years and others are not"]
        #[label("inget år", "not a year")]
        #[help = "Ange antingen år för alla värden, eller poster utan år. Poster kan stå inom ett år: \
            {{ 2026 = {{ lokaler = 200_000 }} }}."]
        #[en = "State either a year for every value, or items without years. Items can stand within a year: \
            {{ 2026 = {{ lokaler = 200_000 }} }}."]
        YearsMixed { key: String },
        #[error("paths_differ")]
        #[title = "”{name}” har andra år, annat index eller andra uppgifter än ”{first}”"]
        #[en = "\"{name}\" has other years, another index or other figures than \"{first}\""]
        #[label("en annan tidsplan", "another path")]
        #[help = "Jämför bara scenarier med samma [path], eller kör simulate för vart och ett."]
        #[en = "Compare only scenarios with the same [path], or run simulate for each."]
        Differ { name: String, first: String },
    }
);
