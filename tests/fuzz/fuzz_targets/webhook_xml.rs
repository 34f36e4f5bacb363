#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| smskernel_fuzz::webhook_xml(data));
