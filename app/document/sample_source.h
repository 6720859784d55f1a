#pragma once

#include <string>
#include <vector>

namespace thalweg {

/// One sample as a person put it: its features, then its target.
struct SampleRow {
    std::vector<double> numbers;
    bool operator==(const SampleRow&) const = default;
};

/// Where samples come from.
struct SampleSource {
    std::string set = {};     ///< a set that comes with the program, "anscombe_1", or a generator, "line noise=0.3" …
    std::string file = {};    ///< … or, when not empty, a file of samples (read_data_set in core/data) …
    std::string sha256 = {};  ///< … with this digest; empty: whatever it holds …
    std::vector<SampleRow> points = {};     ///< … or, when not empty, these: moved, added or removed by hand …
    std::vector<std::string> columns = {};  ///< … whose numbers their file called so; may be empty, or some of it

    bool operator==(const SampleSource&) const = default;
};

/// In a few words: "anscombe_1", "line noise=0.3", "marks.csv", "12 points by hand".
std::string data_words(const SampleSource& samples);

}  // namespace thalweg
