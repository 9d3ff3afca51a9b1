//! `finsam schema`. What the schemas say is tested in `validation/`.

use serde_json::Value;

use super::run::{Place, of_project};

#[test]
fn each_schema_is_printed_in_an_empty_folder_and_lies_in_the_project() {
    let place = Place::empty();
    for (kind, file) in [("baseline", "utgangslage"), ("scenario", "scenario"), ("result", "resultat")] {
        let answer = place.run(&format!("schema {kind}")).answer();
        assert_eq!(answer, of_project(&format!("schemas/{file}.schema.json")), "{kind}");
    }
    assert!(place.names().is_empty());
}

#[test]
fn only_the_texts_differ_between_the_languages() {
    let place = Place::empty();
    for kind in ["baseline", "scenario", "result"] {
        let [mut sv, mut en] =
            ["sv", "en"].map(|language| place.run(&format!("schema {kind} --lang {language}")).json());
        assert_ne!(sv["title"], en["title"]);
        let (texts_sv, texts_en) = (take_texts(&mut sv), take_texts(&mut en));
        assert_eq!(sv, en);
        assert!(texts_sv.len() > 10);
        assert!(texts_sv.iter().zip(&texts_en).all(|(sv, en)| sv != en), "a text that is not translated");
    }
}

/// Takes every text out of a schema.
fn take_texts(schema: &mut Value) -> Vec<Value> {
    let mut texts = Vec::new();
    match schema {
        Value::Object(keys) => {
            for key in ["title", "description"] {
                if keys.get(key).is_some_and(Value::is_string) {
                    texts.extend(keys.remove(key).filter(|text| !is_label(text)));
                }
            }
            keys.values_mut().for_each(|value| texts.extend(take_texts(value)));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| texts.extend(take_texts(item))),
        _ => {}
    }
    texts
}

/// Whether it is the name of a kind of change, which is the same in both languages.
fn is_label(text: &Value) -> bool {
    text.as_str().is_some_and(|text| !text.contains(' '))
}

#[test]
fn a_schema_is_written_to_a_file_whole() {
    let place = Place::with(&[("mitt.json", "gammalt")]);
    assert_eq!(place.run("schema scenario -o mitt.json").answer(), "");
    assert_eq!(place.read("mitt.json"), place.run("schema scenario").answer());
    assert_eq!(place.names(), ["mitt.json"]);
    place.run("schema scenario -o saknas/mitt.json").assert_refused("output_unwritable");
}

#[test]
fn there_is_no_other_schema() {
    let place = Place::empty();
    for arguments in ["schema", "schema finns-inte", "schema scenario result"] {
        let run = place.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
    }
}
