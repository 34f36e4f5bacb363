#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| smskernel_fuzz::blackkonnect_webhook(data));
