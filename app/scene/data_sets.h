#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/data_choice.h"
#include "core/data/data_set_file.h"

namespace thalweg {

/// The samples that a choice names, ready to be descended on: out of its points, its file, its generator or one of the
/// sets that come with the program. A file whose digest is another than the chosen one is read all the same, with a
/// note. Where the task is to tell classes apart, their labels are 0 and 1. The error is one sentence.
std::expected<DataReading, std::string> load_data(const DataChoice& choice);

/// Samples that were read for any task, as this choice's task has them; the error is one sentence.
std::expected<DataReading, std::string> suited(std::expected<DataReading, std::string> reading,
                                               const DataChoice& choice);

/// The names of the sets that come with the program, in alphabetical order; generators not among them.
std::vector<std::string> data_set_names();

/// Whether a text names one of these sets, or begins like a generator: "line samples=4".
bool is_named_set(std::string_view text);

/// Whether the target tells two classes apart: it has two values.
bool has_two_classes(const DataSet& samples);

/// The samples as rows to be edited by hand.
std::vector<SampleRow> sample_rows(const DataSet& data);

}  // namespace thalweg
