#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/samples/data_set.h"
#include "core/setting/setting.h"

namespace thalweg {

// Data sets drawn with a seed. Numbers are rounded to thousandths, as a person would write them down: then they are the
// same on machines whose sine or logarithm differ in the last digit.

namespace generating {
inline constexpr Setting samples{.name = "samples",
                                 .symbol = "m",
                                 .help = "How many.",
                                 .minimum = 1,
                                 .maximum = 200,
                                 .limits = {.low = 1.0, .high = most_samples}};
inline constexpr Setting noise{
    .name = "noise", .symbol = "σ", .help = "The standard deviation of the noise.", .limits = {.low = 0.0}};
inline constexpr Setting seed{.name = "seed", .help = "Another number draws other samples.", .maximum = 1000};
}  // namespace generating

/// y = slope · x + intercept + noise, x uniform in [−2, 2]; the last `outliers` samples lie far above the line.
struct Line {
    static constexpr std::string_view keyword = "line";
    int samples = 40;
    double slope = 1.5, intercept = 0.5;
    double noise = 0.4;
    int outliers = 0;
    int seed = 1;

    DataSet generate() const;
    void describe(auto&& visit) {
        visit(samples, generating::samples);
        visit(slope, Setting{.name = "slope", .help = "Of the line.", .minimum = -3.0, .maximum = 3.0});
        visit(intercept,
              Setting{.name = "intercept", .help = "The line's height at x = 0.", .minimum = -3.0, .maximum = 3.0});
        visit(noise, generating::noise);
        visit(outliers, Setting{.name = "outliers",
                                .help = "How many samples lie far above the line.",
                                .maximum = 20,
                                .limits = {.low = 0.0}});
        visit(seed, generating::seed);
    }
    bool operator==(const Line&) const = default;
};

/// Two classes, each a normal cloud of standard deviation `noise`, with their middles `distance` apart; half of the
/// samples (rounded up) are of class 0.
struct Blobs {
    static constexpr std::string_view keyword = "blobs";
    int samples = 60;
    double distance = 3.0;
    double noise = 0.8;
    int seed = 1;

    DataSet generate() const;
    void describe(auto&& visit) {
        visit(samples, generating::samples);
        visit(distance, Setting{.name = "distance", .help = "Between the two middles.", .maximum = 6.0});
        visit(noise, generating::noise);
        visit(seed, generating::seed);
    }
    bool operator==(const Blobs&) const = default;
};

/// Two classes, two half circles that reach into each other: (cos t, sin t) and (1 − cos t, ½ − sin t), t from 0 to π,
/// as scikit-learn's make_moons, moved so that their middle is (0, 0).
struct Moons {
    static constexpr std::string_view keyword = "moons";
    int samples = 80;
    double noise = 0.1;
    int seed = 1;

    DataSet generate() const;
    void describe(auto&& visit) {
        visit(samples, generating::samples);
        visit(noise, generating::noise);
        visit(seed, generating::seed);
    }
    bool operator==(const Moons&) const = default;
};

/// y = tanh(slope · x + intercept) + noise, x uniform in [−3, 3]: what one neuron can learn.
struct Bend {
    static constexpr std::string_view keyword = "bend";
    int samples = 40;
    double slope = 1.5, intercept = -0.5;
    double noise = 0.1;
    int seed = 1;

    DataSet generate() const;
    void describe(auto&& visit) {
        visit(samples, generating::samples);
        visit(slope, Setting{.name = "slope", .help = "The neuron's weight.", .minimum = -3.0, .maximum = 3.0});
        visit(intercept, Setting{.name = "intercept", .help = "The neuron's bias.", .minimum = -3.0, .maximum = 3.0});
        visit(noise, generating::noise);
        visit(seed, generating::seed);
    }
    bool operator==(const Bend&) const = default;
};

/// Every generator there is; a new one is one such struct and one entry here.
using Generator = std::variant<Line, Blobs, Moons, Bend>;

DataSet generate(const Generator& generator);

/// Reads "line samples=40 noise=0.4 seed=1"; the error is one sentence.
std::expected<Generator, std::string> parse_generator(std::string_view text);
std::string to_text(const Generator& generator);

/// "line", "blobs" …
std::vector<std::string_view> generator_names();

}  // namespace thalweg
