#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/data_choice.h"
#include "core/calculus/box.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// A known minimum of a landscape, from the literature; used by the tests and by "distance to the minimum".
struct KnownMinimum {
    double x = 0.0, y = 0.0, value = 0.0;
    bool interior = true;        ///< the gradient vanishes there: false on the domain's edge …
    bool differentiable = true;  ///< … and at kinks
};

/// One row of assets/landscapes.toml.
struct LandscapeEntry {
    std::string id;       ///< lower case with underscores: "six_hump_camel"
    std::string name;     ///< "Six-hump camel"
    std::string group;    ///< id of its group
    std::string formula;  ///< as a person would type it
    Box domain;
    std::map<std::string, double> parameters;  ///< values that differ from 1
    std::vector<KnownMinimum> minima;
    HeightScaleKind height_scale = HeightScaleKind::linear;
    std::string hint;                           ///< one sentence: what to look for
    std::vector<std::array<double, 2>> starts;  ///< where runs begin when the landscape is opened; at least one
    std::vector<std::string> optimizers;        ///< texts for parse_optimizer that show it well; may be empty
    int steps = 200;                            ///< length of its runs
    std::string data =
        {};  ///< of a loss over data: the set; the formula is then the loss of one sample. Empty: it is none
    DataTask task = DataTask::regression;
    std::string prediction = {};  ///< what the model says of a sample
    int batch = 0;                ///< samples a step; 0: all
    std::vector<int> whole = {};  ///< which of the optimizers, counted from 0, see all samples in each step
};

struct LandscapeGroup {
    std::string id;    ///< "bowls"
    std::string name;  ///< "Bowls"
};

/// The landscapes that come with the program, in the order shown.
struct Catalogue {
    std::vector<LandscapeGroup> groups;
    std::vector<LandscapeEntry> landscapes;

    /// nullptr if there is none of that id.
    const LandscapeEntry* find(std::string_view id) const;
    std::vector<const LandscapeEntry*> in_group(std::string_view group) const;
};

/// Reads assets/landscapes.toml. The error is one sentence with file, line and column.
std::expected<Catalogue, std::string> load_catalogue(const std::filesystem::path& file);

}  // namespace thalweg
