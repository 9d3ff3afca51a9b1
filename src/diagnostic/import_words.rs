//! Words of the problems of files that are imported.

use crate::text::localize::words;

words!(
    /// Where a page was saved from, with how to get the figures instead.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Site {
        #[words("en sparad webbsida", "a saved web page")]
        #[help = "Ladda ner uppgifterna som Excel på Koladas sida, eller spara svaret från \
            https://api.kolada.se/v3/data/kpi/N01711,N01713/year/2024 (byt året)."]
        #[en = "Download the figures as Excel on Kolada's page, or save the answer of \
            https://api.kolada.se/v3/data/kpi/N01711,N01713/year/2024 (with your year)."]
        Kolada,
        #[words("en sparad webbsida", "a saved web page")]
        #[help = "Välj Spara resultat på SCB:s sida, som Excel (xlsx) eller kommaavgränsad (csv), i stället \
            för att spara sidan."]
        #[en = "Choose Save result on SCB's page, as Excel (xlsx) or comma delimited (csv), instead of \
            saving the page."]
        Scb,
        #[words("en sparad webbsida", "a saved web page")]
        #[help = "Ladda ner tabellen som Excel eller CSV från sidan, eller kopiera den till Excel och spara \
            som .xlsx."]
        #[en = "Download the table as Excel or CSV from the page, or copy it into Excel and save it as \
            .xlsx."]
        Other,
        /// No page at all, but as little a table.
        #[words("en XML-fil", "an XML file")]
        #[help = "Öppna filen i Excel och spara den som .xlsx, eller ladda ner tabellen som Excel eller CSV."]
        #[en = "Open it in Excel and save it as .xlsx, or download the table as Excel or CSV."]
        Xml,
    }
);

words!(
    /// Those whom a figure counts.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub enum People {
        #[words("alla tillsammans", "all together")]
        All,
        #[words("kvinnor", "women")]
        Women,
        #[words("män", "men")]
        Men,
        #[words("alla åldrar", "all ages")]
        OfAllAges,
        #[words("{ages} år", "ages {ages}")]
        Aged { ages: String },
    }
);
