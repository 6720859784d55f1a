// Any bytes at all are refused, or are a session that goes round through its own file.
#include <cstdint>
#include <cstdlib>

#include "app/document/session_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto reading = thalweg::parse_session({reinterpret_cast<const char*>(bytes), size}, "file");
    if (!reading) return 0;
    const auto again = thalweg::parse_session(thalweg::to_toml(reading->session), "file");
    if (!again || !again->warnings.empty() || again->session != reading->session) std::abort();
    return 0;
}
