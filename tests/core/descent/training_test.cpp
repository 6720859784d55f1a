#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/data/data_set_file.h"
#include "core/data/file_bytes.h"
#include "core/descent/replay.h"
#include "core/descent/run.h"
#include "core/landscape/data_landscape.h"
#include "core/samples/generators.h"

// Descent on losses over data, batch by batch, against PyTorch (tests/data/training/make_training.py).

namespace thalweg {
namespace {

const std::string folder = std::string(THALWEG_TEST_DATA "/training/");

std::vector<std::map<std::string, std::string>> read_table(const std::string& name, char separator) {
    std::ifstream file(folder + name);
    EXPECT_TRUE(file) << name;
    const auto cells = [&](const std::string& line) {
        std::vector<std::string> parts;
        std::istringstream stream(line);
        for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
        return parts;
    };
    std::string line;
    std::getline(file, line);
    const auto names = cells(line);
    std::vector<std::map<std::string, std::string>> rows;
    while (std::getline(file, line)) {
        const auto values = cells(line);
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = values.at(i);
    }
    return rows;
}

DataSet samples(const std::string& name) {
    const auto bytes = FileBytes::read(folder + name + ".csv").value();
    return read_data_set(*open_arrays(bytes.bytes()).value()).value().data;
}

DataLandscape landscape(std::string_view loss, SampleSets sets) {
    const Formula formula = Formula::parse(loss).value();
    return {formula, std::move(sets), std::vector<double>(formula.parameters().size(), 1.0)};
}

Optimizer optimizer(std::string_view text) {
    return parse_optimizer(text).value();
}

TEST(Training, takes_the_steps_that_torch_takes) {
    const auto steps = read_table("steps.csv", ',');
    for (auto& row : read_table("cases.csv", ';')) {
        const Batches batches{.size = std::stoi(row["batch"]),
                              .sampling = row["sampling"] == "shuffled" ? Sampling::shuffled : Sampling::replacement,
                              .seed = std::stoi(row["seed"])};
        const auto loss = landscape(row["formula"], {.training = samples(row["data"]), .batches = batches});
        const std::vector<double> start = {-0.8, 0.6};
        const Trajectory ours = run(loss, start, optimizer(row["optimizer"]), {.steps = 40, .stop_early = false});
        BatchSource source(batches, loss.samples().training.size());
        int rows = 0;
        for (const auto& torch : steps) {
            if (torch.at("case") != row["case"]) continue;
            const int step = std::stoi(torch.at("step"));
            const auto near = [&](double value, const char* column) {
                const double expected = std::stod(torch.at(column));
                EXPECT_NEAR(value, expected, 1e-12 * (1 + std::abs(expected)))
                    << row["case"] << ", " << column << " of step " << step;
            };
            std::string chosen;
            for (const std::uint32_t sample : source.at(step)) {
                if (!chosen.empty()) chosen += ' ';
                chosen += std::to_string(sample);
            }
            EXPECT_EQ(chosen, torch.at("samples")) << row["case"] << ", step " << step;
            near(ours.position(step)[0], "w");
            near(ours.position(step)[1], "b");
            near(ours.losses[static_cast<std::size_t>(step)], "loss");
            near(ours.gradient(step)[0], "gw");
            near(ours.gradient(step)[1], "gb");
            if (!ours.batch_losses.empty()) near(ours.batch_losses[static_cast<std::size_t>(step)], "batch_loss");
            ++rows;
        }
        EXPECT_EQ(rows, 41) << row["case"];
    }
}

const char* const logistic = "J(w, b) = softplus(w x + b) - y*(w x + b)";

TEST(Training, with_all_samples_in_each_batch_is_plain_descent_to_the_bit) {
    const DataSet data = samples("labels");
    const std::vector<double> start = {-0.8, 0.6};
    for (const char* text : {"sgd lr=0.3", "sgd lr=0.1 momentum=0.9", "adam lr=0.1", "lbfgs", "newton"}) {
        const Trajectory plain = run(landscape(logistic, {.training = data}), start, optimizer(text), {.steps = 50});
        const auto of_all = landscape(logistic, {.training = data, .batches = {.size = 12, .seed = 7}});
        EXPECT_EQ(run(of_all, start, optimizer(text), {.steps = 50}), plain) << text;

        const auto in_pairs = landscape(logistic, {.training = data, .batches = {.size = 2}});
        const RunRequest request{.start = start, .optimizer = optimizer(text), .whole = true};
        EXPECT_EQ(run(in_pairs, request, {.steps = 50}), plain) << text;

        // The same, but through a batch: samples held out leave the rest as it is.
        DataSet with_one_more = data;
        for (DataColumn& column : with_one_more.columns) column.numbers = {column.numbers.front()};
        const auto judged =
            landscape(logistic, {.training = data, .validation = with_one_more, .batches = {.size = 12, .seed = 7}});
        Trajectory trajectory = run(judged, start, optimizer(text), {.steps = 50});
        EXPECT_EQ(trajectory.validation_losses.size(), trajectory.losses.size());
        trajectory.validation_losses.clear();
        EXPECT_EQ(trajectory, plain) << text;
    }
}

TEST(Training, is_the_same_twice_and_replayed) {
    const auto loss = landscape(logistic, {.training = samples("labels"), .batches = {.size = 3, .seed = 7}});
    const RunRequest request{.start = {-0.8, 0.6}, .optimizer = optimizer("adam lr=0.1")};
    const Trajectory once = run(loss, request.start, request.optimizer, {.steps = 60});
    const auto both = run_all(loss, std::vector{request, request}, {.steps = 60});
    EXPECT_EQ(both[0], once);
    EXPECT_EQ(both[1], once);
    for (const int row : {0, 1, 17, 60}) {
        const Moment moment = replay(loss, request, row);
        EXPECT_EQ(moment.x[0], once.position(row)[0]);
        EXPECT_EQ(moment.x[1], once.position(row)[1]);
    }
    const std::vector<std::string> names = {"w", "b"};
    const auto lines = worked_steps(loss, request, 17, names);
    EXPECT_EQ(lines.size(), 2U);
    const auto other = landscape(logistic, {.training = samples("labels"), .batches = {.size = 3, .seed = 8}});
    EXPECT_NE(run(other, request.start, request.optimizer, {.steps = 60}).positions, once.positions);
}

TEST(Training, loses_its_patience_when_the_validation_loss_falls_no_more) {
    // Eight noisy samples: the weight that fits them is not the one that fits the others.
    const DataSet data = generate(Line{.samples = 40, .noise = 1.5, .seed = 3});
    const Split parts = split(data.size(), 0.8, 1);
    const SampleSets sets{.training = subset(data, parts.training),
                          .validation = subset(data, parts.validation),
                          .batches = {.size = 2, .seed = 1}};
    const auto loss = landscape("J(w, b) = (y - (w x + b))^2/2", sets);
    const RunSettings settings{.steps = 4000, .stop_early = false, .patience = 5};
    const std::vector<double> start = {-3.0, -3.0};
    const Trajectory stopped = run(loss, start, optimizer("sgd lr=0.05"), settings);
    ASSERT_EQ(stopped.reason, StopReason::validation);
    EXPECT_EQ(sentence(stopped.reason, 20), "stopped early: the validation loss fell no more, after 20 steps");
    constexpr int epoch = 4;
    const int rows = stopped.rows();
    ASSERT_EQ((rows - 1) % epoch, 0);
    // Worked out again: the first epoch after which five were no better than the least before them.
    int waited = 0, end = 0;
    double least = std::numeric_limits<double>::infinity();
    for (int row = epoch; row < rows; row += epoch) {
        const double value = stopped.validation_losses[static_cast<std::size_t>(row)];
        waited = value < least ? 0 : waited + 1;
        least = std::min(least, value);
        if (waited == 5 && end == 0) end = row;
    }
    EXPECT_EQ(end, rows - 1);
    const Trajectory endless = run(loss, start, optimizer("sgd lr=0.05"), {.steps = 4000, .stop_early = false});
    EXPECT_EQ(endless.rows(), 4001);
}

}  // namespace
}  // namespace thalweg
