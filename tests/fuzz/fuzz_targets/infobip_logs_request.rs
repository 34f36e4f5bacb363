#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| smskernel_fuzz::infobip_logs_request(data));
