#pragma once

#include <expected>
#include <string>
#include <vector>

#include "core/data/array_file.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// A data set as read.
struct DataReading {
    DataSet data;
    std::vector<std::string> notes;  ///< sentences: what was left out, and why
    std::string understood;          ///< one sentence: what was found in the file
};

/// Reads samples from a .csv, .npy, .npz or HDF5 file, opened by open_arrays. What is understood:
///   - columns (or one-dimensional arrays of one length): the target is the one called y, target, label, labels or
///     class, and otherwise the last; all others are features, in their order;
///   - a matrix of features called X and an array y of as many targets as it has rows;
///   - one matrix without names, a line for each sample: the last column is the target.
/// Samples with a number that is missing or not finite are left out; of more than most_samples as many are drawn.
/// The error is a sentence without its subject, the file: "has one column; samples need a feature and a target".
std::expected<DataReading, std::string> read_data_set(const ArrayFile& file);

}  // namespace thalweg
