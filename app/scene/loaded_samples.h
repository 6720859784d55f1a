#pragma once

#include <expected>
#include <string>

#include "app/document/data_choice.h"
#include "core/data/data_set_file.h"

namespace thalweg {

/// Samples out of their points, their file, their generator or the set that comes with the program, for any loss.
struct LoadedSamples {
    SampleSource source;  ///< what was read: a file with its digest
    DataReading reading;  ///< a note more when the file is not the one that was chosen
};

/// Reads what a source names. A file whose digest is another than the chosen one is read all the same, with a note.
/// The error is one sentence.
std::expected<LoadedSamples, std::string> load_samples(const SampleSource& wanted);

/// The samples as a task has them: where classes are to be told apart, their labels are 0 and 1. The error is one
/// sentence.
std::expected<DataSet, std::string> suited(const LoadedSamples& samples, DataTask task);

/// The samples as points to be moved by hand, which keep what their columns are called.
SampleSource as_points(const DataSet& data);

}  // namespace thalweg
