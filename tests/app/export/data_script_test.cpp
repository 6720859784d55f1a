#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "app/document/catalogue.h"
#include "app/export/matplotlib_script.h"
#include "app/export/pytorch_script.h"
#include "app/export/scene_numbers.h"
#include "app/scene/data_part.h"
#include "app/scene/scene.h"
#include "tests/app/export/python.h"

namespace thalweg {
namespace {

Session opened(const char* id) {
    Session session;
    open_landscape(session, *load_catalogue(std::string(THALWEG_ASSETS) + "/landscapes.toml")->find(id));
    return session;
}

/// The rows "step,x,y,f" of all runs, one after another, and the sentences that end them.
struct Printed {
    std::vector<std::array<double, 3>> rows;
    std::vector<std::string> ends;
};

Printed printed_by(const Session& session) {
    Printed printed;
    const auto script = pytorch_script(session);
    EXPECT_TRUE(script) << script.error();
    std::istringstream lines(run_python(script.value_or(""), "data"));
    for (std::string line; std::getline(lines, line);) {
        std::array<double, 3> row = {};
        int step = 0;
        if (std::sscanf(line.c_str(), "%d,%lf,%lf,%lf", &step, &row[0], &row[1], &row[2]) == 4) {
            printed.rows.push_back(row);
        } else if (line.starts_with("# ") && !line.starts_with("# run")) {
            printed.ends.push_back(line.substr(2));
        } else {
            EXPECT_TRUE(line.starts_with("# run") || line.starts_with("step,")) << line;
        }
    }
    return printed;
}

/// Runs of the script and of the scene, row by row.
void expect_the_same_runs(const Session& session) {
    Scene scene;
    scene.update(session, 64, 64);
    scene.finish();
    const Printed printed = printed_by(session);
    const auto& paths = scene.paths().paths;
    ASSERT_EQ(printed.ends.size(), paths.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Trajectory& ours = paths[i].trajectory;
        const int steps = ours.rows() - 1;
        EXPECT_EQ(printed.ends[i], std::string(name(ours.reason)) + " after " + std::to_string(steps) +
                                       (steps == 1 ? " step" : " steps"));
        for (int row = 0; row < ours.rows() && next < printed.rows.size(); ++row, ++next) {
            const auto at = ours.position(row);
            ASSERT_NEAR(printed.rows[next][0], at[0], 1e-12) << "run " << i << ", step " << row;
            ASSERT_NEAR(printed.rows[next][1], at[1], 1e-12) << "run " << i << ", step " << row;
            ASSERT_NEAR(printed.rows[next][2], ours.losses[static_cast<std::size_t>(row)], 1e-12);
        }
    }
    EXPECT_EQ(next, printed.rows.size());
}

class DataScript : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        if (!python_has("torch")) GTEST_SKIP() << "python3-torch is not installed";
    }
};

TEST_P(DataScript, PrintsOurTrajectories) {
    Session session = opened(GetParam());
    session.steps = std::min(session.steps, 120);
    expect_the_same_runs(session);
}

TEST_P(DataScript, SeesTheSameBatches) {
    Session session = opened(GetParam());
    session.steps = 60;
    // Not a divisor of the number of samples: the last batch of an epoch is smaller.
    session.landscape.data.batches = {.size = 7, .seed = 5};
    session.landscape.data.held_out = {.share = 0.3, .patience = 2};
    session.optimizers.back().whole = true;
    expect_the_same_runs(session);
    session.landscape.data.batches = {.size = 3, .sampling = Sampling::replacement, .seed = 11};
    session.landscape.data.held_out = {};
    expect_the_same_runs(session);
}

INSTANTIATE_TEST_SUITE_P(Models, DataScript,
                         testing::Values("linear", "mse", "huber", "logistic", "two_weights", "hinge", "neuron",
                                         "small_network", "data_saddle"));

TEST(DataScripts, HaveTheSamplesThatWereMovedByHand) {
    Session session = opened("linear");
    session.landscape.data.samples = {.points = {{{1, 2.5}}, {{-3, 0.125}}}, .columns = {"distance", "y"}};
    const std::string script = pytorch_script(session).value();
    EXPECT_NE(script.find("torch.tensor([  # x (distance)\n"), std::string::npos) << script;
    EXPECT_NE(matplotlib_script(session, {}).value().find("# a row for each: y, x (distance)\n"), std::string::npos);
    EXPECT_NE(script.find("2.5, 0.125,"), std::string::npos) << script;
    EXPECT_EQ(script.find("batch("), std::string::npos) << "what is not needed is left out";
    session.landscape.data.samples = {.set = "nothing"};
    EXPECT_TRUE(pytorch_script(session).error().starts_with("there is no data set"));
}

TEST(DataScripts, DrawInMatplotlib) {
    if (!python_has("matplotlib")) GTEST_SKIP() << "python3-matplotlib is not installed";
    const std::string judge =
        "import sys\nimport matplotlib\nmatplotlib.use('Agg')\nsys.argv = ['figure', 'figure.png']\n" +
        matplotlib_script(opened("hinge"), {.view = ViewLayout::both}).value() +
        "    picture = plt.imread('figure.png')[..., :3].reshape(-1, 3)\n"
        "    print(len(np.unique(picture, axis=0)) > 300, (picture == 1).all(axis=1).mean() < 0.98)\n"
        "    print(repr(float(f(np.float64(0.25), np.float64(-1.5)))))\n";
    const std::string output = run_python(judge, "data-figure");
    ASSERT_TRUE(output.starts_with("True True\n")) << output;
    Scene scene;
    scene.update(opened("hinge"), 64, 64);
    EXPECT_NEAR(std::stod(output.substr(10)), scene.inspect(0.25, -1.5)->value, 1e-14);
}

TEST(DataTables, TellTheBatchesLossesToo) {
    Session session = opened("data_pit");
    session.landscape.data.held_out.share = 0.25;
    Scene scene;
    scene.update(session, 64, 64);
    scene.finish();
    const std::string csv = to_csv(trajectory_table(session, scene));
    EXPECT_NE(csv.find("run,step,x,y,f,df_dx,df_dy,lr,f_batch,f_held_out\n1,0,"), std::string::npos);
    EXPECT_NE(csv.find("# run 2: sgd lr=0.4, all samples in each step, from ("), std::string::npos);
}

}  // namespace
}  // namespace thalweg
