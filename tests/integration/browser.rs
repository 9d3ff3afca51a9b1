//! The report as a browser shows it: nothing overflows on a phone or on a desk, and a picture is kept to look at.
//!
//! `FINSAM_BROWSER` names the browser (`.ci/run` installs one); else Chromium is looked for on the path. Where there
//! is none, there is nothing to test with, and that is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::other_program;
use crate::word::office;

/// The browser, if there is one.
fn browser() -> Option<PathBuf> {
    other_program::find("FINSAM_BROWSER", &["chromium", "chromium-browser", "google-chrome"])
}

fn run(browser: &Path, arguments: &[&str]) -> String {
    let profile = tempfile::tempdir().expect("a folder for the browser");
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .output()
        .expect("the browser starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What a frame of a width measures of a page: whether anything lies beyond it, how many pictures are seen, how many of
/// their letters are cut or too small.
fn measured(browser: &Path, folder: &Path, html: &str, width: u32) -> String {
    let escaped = html.replace('&', "&amp;").replace('"', "&quot;");
    // A frame is as narrow as it is told to be, whatever the smallest window of the browser.
    let frame = format!(
        "<!doctype html><iframe id=f width={width} height=800 style=\"border:0\" srcdoc=\"{escaped}\"></iframe>\
         <p id=measured></p><script>document.getElementById('f').onload=()=>{{\
         const d=document.getElementById('f').contentDocument;\
         const beyond=[...d.querySelectorAll('body *')].filter(e=>(!e.closest('.table')||e.tagName=='CAPTION')\
         &&!e.closest('svg')&&\
         e.getBoundingClientRect().right>{width}+1).map(e=>e.tagName);\
         const box=e=>e.getBoundingClientRect(), pictures=[...d.querySelectorAll('svg')].filter(e=>box(e).width);\
         const letters=pictures.flatMap(p=>[...p.querySelectorAll('text')].map(t=>[p,t]));\
         const size=([p,t])=>parseFloat(getComputedStyle(t).fontSize)*box(p).width/p.viewBox.baseVal.width;\
         const cut=letters.filter(([p,t])=>box(t).left<box(p).left-1||box(t).right>box(p).right+1||\
         box(t).top<box(p).top-1||box(t).bottom>box(p).bottom+1).length;\
         document.getElementById('measured').textContent='width='+d.documentElement.scrollWidth+' beyond='+beyond.length\
         +' pictures='+pictures.length+' cut='+cut+' small='+letters.filter(l=>size(l)<11.9).length\
         +' tables='+d.querySelectorAll('table').length}}</script>"
    );
    let outer = folder.join(format!("frame{width}.html"));
    fs::write(&outer, frame).expect("the frame");
    let shown =
        run(browser, &["--virtual-time-budget=5000", "--dump-dom", &format!("file://{}", outer.display())]);
    shown.rsplit("<p id=\"measured\">").next().unwrap_or_default().to_owned()
}

/// A report of all kinds of alternatives in a folder of its own.
fn report(folder: &Path) -> PathBuf {
    let page = folder.join("rapport.html");
    let status = Command::new(env!("CARGO_BIN_EXE_finsam"))
        .args(["report", "tankespar1", "tankespar2", "tankespar3", "sammanslagning", "-o"])
        .arg(&page)
        .current_dir(folder)
        .env_clear()
        .status();
    assert!(status.expect("the program runs").success());
    page
}

#[test]
#[expect(clippy::print_stderr, reason = "that nothing was tested must be seen")]
fn nothing_overflows_on_a_phone_or_on_a_desk() {
    let Some(browser) = browser() else {
        eprintln!("no browser: the page was not looked at");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let page = report(folder.path());
    let html = fs::read_to_string(&page).expect("the page");
    for width in [360, 1280] {
        let shown = measured(&browser, folder.path(), &html, width);
        let tables = html.matches("<table>").count();
        assert!(tables > 30);
        // Four maps of who is with whom, three of changes; what all change, and three charts of each alternative but
        // the one that changes nobody's contribution. Of those for phones and for desks one is shown.
        let measured = format!("width={width} beyond=0 pictures=18 cut=0 small=0 tables={tables}");
        assert!(shown.contains(&measured), "{width}: {shown}");
    }
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, size) in [("report_phone.png", "500,1600"), ("report_desk.png", "1280,2400")] {
        let picture = kept.join(name);
        let arguments = [
            format!("--screenshot={}", picture.display()),
            format!("--window-size={size}"),
            format!("file://{}", page.display()),
        ];
        run(&browser, &arguments.each_ref().map(String::as_str));
        assert!(fs::metadata(&picture).expect("a picture").len() > 20_000);
    }
    let pdf = kept.join("report.pdf");
    run(&browser, &[&format!("--print-to-pdf={}", pdf.display()), &format!("file://{}", page.display())]);
    assert!(fs::read(&pdf).expect("a print").starts_with(b"%PDF"));
    // The last column of the widest table is on the paper too.
    let Some(to_text) = other_program::find("FINSAM_PDFTOTEXT", &["pdftotext"]) else { return };
    let output = Command::new(to_text).arg(&pdf).arg("-").output().expect("pdftotext runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(html.contains(">32,75</td></tr>") && printed.contains("32,75"), "{printed}");
}

#[test]
#[expect(clippy::print_stderr, reason = "that nothing was tested must be seen")]
fn pictures_of_what_is_uncertain_are_whole_on_a_phone_and_on_a_desk() {
    let Some(browser) = browser() else {
        eprintln!("no browser: the pictures were not looked at");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let uncertain = "\n[[uncertain]]\nwhat = \"model.base_grant\"\nlow = 300_000\nhigh = 500_000\n\
        [[uncertain]]\nwhat = \"forsorjningsmatt\"\nrelative = 0.049\n";
    for name in ["tankespar1", "tankespar2", "sammanslagning", "tankespar1_ar_for_ar"] {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
        let text = fs::read_to_string(example).expect("a scenario");
        let text = text.replace("../data/", "builtin:data/");
        fs::write(folder.path().join(format!("{name}.toml")), text + uncertain).expect("a scenario");
    }
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let commands = [
        ("sensitivity tankespar1.toml tankespar2.toml sammanslagning.toml", 3),
        ("risk tankespar1.toml tankespar2.toml sammanslagning.toml --draws 1000", 2),
        ("risk tankespar1_ar_for_ar.toml --draws 100", 3),
    ];
    for (number, (command, pictures)) in commands.into_iter().enumerate() {
        let page = folder.path().join("svar.html");
        let status = Command::new(env!("CARGO_BIN_EXE_finsam"))
            .args(command.split(' '))
            .arg("-o")
            .arg(&page)
            .current_dir(folder.path())
            .env_clear()
            .status();
        assert!(status.expect("the program runs").success(), "{command}");
        let html = fs::read_to_string(&page).expect("the page");
        for width in [360, 1280] {
            let shown = measured(&browser, folder.path(), &html, width);
            let expected = format!("width={width} beyond=0 pictures={pictures} cut=0 small=0 ");
            assert!(shown.contains(&expected), "{command} {width}: {shown}");
        }
        let picture = kept.join(format!("uncertain{number}.png"));
        let screenshot = format!("--screenshot={}", picture.display());
        run(&browser, &[&screenshot, "--window-size=1280,2400", &format!("file://{}", page.display())]);
        assert!(fs::metadata(&picture).expect("a picture").len() > 20_000);
    }
}

/// The pages of a print.
fn pages(to_text: &Path, pdf: &Path) -> usize {
    let output = Command::new(to_text).arg(pdf).arg("-").output().expect("pdftotext runs");
    String::from_utf8_lossy(&output.stdout).matches('\u{c}').count()
}

/// 16 and 20 are the aim, with the fonts that most machines have; others are a little wider.
#[test]
#[expect(clippy::print_stderr, reason = "that nothing was tested must be seen")]
fn fifteen_forbund_with_two_alternatives_are_a_report_that_is_read() {
    let Some(to_text) = other_program::find("FINSAM_PDFTOTEXT", &["pdftotext"]) else {
        eprintln!("no pdftotext: the pages were not counted");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fifteen");
    let status = Command::new(env!("CARGO_BIN_EXE_finsam"))
        .args(["report", "storforbund.toml", "delat_kansli.toml"])
        .arg("-o")
        .arg(folder.path().join("rapport.html"))
        .arg("-o")
        .arg(folder.path().join("rapport.docx"))
        .current_dir(example)
        .env_clear()
        .status();
    assert!(status.expect("the program runs").success());
    if let Some(browser) = browser() {
        let (page, pdf) = (folder.path().join("rapport.html"), folder.path().join("page.pdf"));
        let print = format!("--print-to-pdf={}", pdf.display());
        run(&browser, &[&print, "--no-pdf-header-footer", &format!("file://{}", page.display())]);
        let pages = pages(&to_text, &pdf);
        assert!((8..=18).contains(&pages), "{pages}");
    }
    if let Some(writer) = office::office() {
        office::convert(&writer, &folder.path().join("rapport.docx"), "pdf", folder.path());
        let pages = pages(&to_text, &folder.path().join("rapport.pdf"));
        assert!((10..=23).contains(&pages), "{pages}");
    }
}
