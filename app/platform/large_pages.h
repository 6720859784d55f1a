#pragma once

namespace thalweg {

/// Asks the system to give this program's first memory in large pages (2 MiB), which it fetches and clears at once
/// instead of 4 KiB at a time: a first picture drawn in software touches some 50 MiB for the first time. To be called
/// before anything else. With glibc all blocks of up to 32 MiB lie in the heap from now on, and 128 MiB of what is
/// freed stay there, whether the system has large pages to give or not; with another C library nothing is different.
void ask_for_large_pages();

}  // namespace thalweg
