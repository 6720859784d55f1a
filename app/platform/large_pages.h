#pragma once

namespace thalweg {

/// Asks the system to give this program's first memory in large pages (2 MiB), which it fetches and clears at once
/// instead of 4 KiB at a time: a first picture drawn in software touches some 50 MiB for the first time. To be called
/// before anything else. Where the system has no large pages to give, nothing is different.
void ask_for_large_pages();

}  // namespace thalweg
