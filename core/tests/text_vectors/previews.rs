//! The gateway's own previews against our count.

use serde_json::Value as Json;
use smskernel::infobip::PreviewRequest;
use smskernel::text::{Options, count};

/// Each preview that the vendor's documents show: first the text as it is, then with the options asked for.
#[test]
fn the_documents_previews_agree_with_ours() {
    let file: Json = serde_json::from_str(include_str!("../../../tests/vectors/infobip/preview.json")).unwrap();
    let examples = file["replies"].as_array().unwrap().iter().filter(|case| {
        case["source"].as_str().unwrap().contains("SmsPreviewResponse example") && case["answer"].is_object()
    });
    let mut seen = 0;
    for case in examples {
        let mut request = PreviewRequest::new(case["sent"]["text"].as_str().unwrap());
        request.language_code = case["sent"]["languageCode"].as_str().map(str::to_owned);
        request.transliteration = case["sent"]["transliteration"].as_str().map(str::to_owned);
        let plain = count(case["sent"]["text"].as_str().unwrap(), &Options::default());
        let previews = case["answer"]["previews"].as_array().unwrap();
        for (place, preview) in previews.iter().enumerate() {
            let segments = request.segments();
            let cost = if place == 0 { plain } else { segments.cost };
            assert_eq!(cost.parts as u64, preview["messageCount"].as_u64().unwrap(), "{}", case["id"]);
            assert_eq!(cost.units_left as u64, preview["charactersRemaining"].as_u64().unwrap(), "{}", case["id"]);
            if place > 0 {
                assert_eq!(segments.text(), preview["textPreview"].as_str().unwrap(), "{}", case["id"]);
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 5);
}
