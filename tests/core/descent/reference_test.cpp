#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/descent/run.h"
#include "core/landscape/formula_landscape.h"

// Trajectories made with PyTorch in double precision (tests/data/trajectories/README.md).

namespace thalweg {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

/// The rows of a CSV file, by column name.
std::vector<Row> read_csv(const std::string& name) {
    std::ifstream file(std::string(THALWEG_TEST_DATA) + "/trajectories/" + name);
    EXPECT_TRUE(file) << name;
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> columns = split(line, ',');
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = split(line, ',');
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cells.at(i);
    }
    return rows;
}

/// Not std::stod, which refuses subnormal numbers.
double number(const Row& row, const std::string& column) {
    return std::strtod(row.at(column).c_str(), nullptr);
}

FormulaLandscape landscape(const std::string& function) {
    for (const Row& row : read_csv("functions.csv")) {
        if (row.at("function") == function) return {Formula::parse(row.at("formula")).value(), {}};
    }
    throw std::invalid_argument(function);
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(c));
    return text;
}

/// "lr=0.05;momentum=0.9;sched=StepLR;gamma=0.5" of "SGD" as "sgd lr=0.05 momentum=0.9 | schedule step gamma=0.5".
Optimizer optimizer(const Row& reference) {
    const std::map<std::string, std::string> ours = {
        {"sched=StepLR", "| schedule step"},
        {"sched=ExponentialLR", "| schedule exponential"},
        {"sched=CosineAnnealingLR", "| schedule cosine_annealing"},
        {"sched=CosineAnnealingWarmRestarts", "| schedule cosine_annealing_warm_restarts"},
        {"sched=OneCycleLR", "| schedule one_cycle"},
        {"sched=CyclicLR", "| schedule cyclic"},
        {"sched=LinearLR", "| schedule linear"},
        {"clip=norm", "| clip norm"},
        {"clip=value", "| clip value"},
    };
    std::string text = lower(reference.at("optimizer"));
    for (const std::string& setting : split(reference.at("params"), ';')) {
        text += ' ' + (ours.contains(setting) ? ours.at(setting) : setting);
    }
    const auto parsed = parse_optimizer(text);
    EXPECT_TRUE(parsed) << parsed.error();
    return parsed.value_or(Optimizer{});
}

class Reference : public ::testing::TestWithParam<std::string> {};

TEST_P(Reference, is_followed_to_its_last_digits) {
    std::map<std::string, Row> cases;
    for (const Row& row : read_csv("cases.csv")) cases[row.at("case")] = row;

    const std::vector<Row> rows = read_csv(GetParam() + ".csv");
    for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
        const std::string& name = rows[first].at("case");
        while (last < rows.size() && rows[last].at("case") == name) ++last;
        const int last_step = std::stoi(rows[last - 1].at("step"));
        const bool diverges = cases[name].at("status") == "diverged";

        const FormulaLandscape f = landscape(rows[first].at("function"));
        const std::vector<double> start = {number(rows[first], "x"), number(rows[first], "y")};
        const RunSettings settings{.steps = diverges ? 200 : last_step, .stop_early = false};
        const Trajectory trajectory = run(f, start, optimizer(rows[first]), settings);
        ASSERT_EQ(trajectory.rows(), last_step + 1) << name;
        EXPECT_EQ(trajectory.reason == StopReason::diverged, diverges) << name;

        // Measured: 2e-15 where nothing amplifies rounding. What a run amplifies is measured by the reference itself.
        const double tolerance = 1e-14 * std::max(1.0, number(cases[name], "amplification"));
        for (std::size_t i = first; i < last; ++i) {
            const int step = std::stoi(rows[i].at("step"));
            const double x = number(rows[i], "x"), y = number(rows[i], "y"), rate = number(rows[i], "lr");
            EXPECT_NEAR(trajectory.position(step)[0], x, tolerance * std::max(1.0, std::abs(x))) << name << ' ' << step;
            EXPECT_NEAR(trajectory.position(step)[1], y, tolerance * std::max(1.0, std::abs(y))) << name << ' ' << step;
            // Measured: 4e-14, by which torch's cosine, computed from step to step, drifts beyond its bottom.
            EXPECT_NEAR(trajectory.learning_rates[static_cast<std::size_t>(step)], rate, 1e-13 * rate)
                << name << ' ' << step;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Torch, Reference,
                         ::testing::Values("sgd", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "adamax", "nadam",
                                           "radam", "rprop", "lbfgs", "schedules", "clipping"),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace thalweg
