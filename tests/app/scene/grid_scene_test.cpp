#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "app/scene/curve.h"
#include "app/scene/loaded_grid.h"
#include "app/scene/recorded_paths.h"
#include "app/scene/scene.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

std::string sample(const char* name) {
    return std::string(THALWEG_TEST_DATA "/grids/") + name;
}

/// A folder of the test's own with text files in it.
class GridScene : public testing::Test {
  protected:
    GridScene() { fs::create_directories(folder_); }
    ~GridScene() override { fs::remove_all(folder_); }

    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
        return folder_ / name;
    }
    /// Himmelblau's function on 41 × 31 nodes.
    std::string himmelblau() const {
        std::string text = "x,y,loss\n";
        for (int row = 0; row < 31; ++row) {
            for (int column = 0; column < 41; ++column) {
                const double x = -5 + 0.25 * column, y = -5 + row / 3.0;
                const double f = std::pow(x * x + y - 11, 2) + std::pow(x + y * y - 7, 2);
                text += std::to_string(x) + ',' + std::to_string(y) + ',' + std::to_string(f) + '\n';
            }
        }
        return file("himmelblau.csv", text);
    }
    void open(const std::string& path, const std::string& array = {}) {
        const auto loaded = load_grid({.file = path, .array = array});
        ASSERT_TRUE(loaded.has_value()) << loaded.error();
        session_.landscape = grid_landscape_choice(*loaded);
    }
    void settle() {
        scene_.update(session_, 400, 300);
        scene_.finish();
    }

    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        (std::string("thalweg-grid-scene-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    Session session_;
    Scene scene_;
};

TEST_F(GridScene, EveryPartFollowsFromAGrid) {
    open(himmelblau());
    EXPECT_EQ(session_.landscape.grid.array, "loss");
    EXPECT_EQ(session_.landscape.grid.sha256.size(), 64U);
    EXPECT_EQ(session_.landscape.domain.x0, -5);
    session_.starts = {{0, 1}};
    session_.optimizers = {{.optimizer = parse_optimizer("sgd lr=0.01").value()}};
    settle();
    const LandscapePart& part = scene_.landscape();
    ASSERT_NE(part.landscape, nullptr);
    EXPECT_EQ(part.formula, nullptr);
    EXPECT_EQ(part.value_name, "loss");
    EXPECT_TRUE(part.complaint.empty() && part.note.empty() && !part.error);
    EXPECT_FALSE(is_curve(part));
    EXPECT_EQ(scene_.paths().paths.at(0).trajectory.reason, StopReason::converged);
    EXPECT_EQ(scene_.stationary().report.points.size(), 9U);
    EXPECT_TRUE(scene_.stationary().report.complete);
    EXPECT_NEAR(scene_.inspect(3, 2)->value, 0, 0.1);
}

TEST_F(GridScene, FormulasAndGridsTakeTurns) {
    const Session formula = session_;
    settle();
    open(himmelblau());
    settle();
    const auto grid = scene_.landscape().landscape;
    const Session with_grid = session_;
    session_ = formula;
    settle();
    EXPECT_NE(scene_.landscape().formula, nullptr);
    fs::remove(with_grid.landscape.grid.file);
    session_ = with_grid;
    settle();
    EXPECT_EQ(scene_.landscape().landscape, grid) << "undo brings it back without reading it again";
    set_formula(session_.landscape, "x y");
    settle();
    ASSERT_NE(scene_.landscape().formula, nullptr);
    EXPECT_EQ(scene_.landscape().formula->formula().text(), "x y");
    set_formula(session_.landscape, "x +");
    settle();
    EXPECT_TRUE(scene_.landscape().error.has_value());
    EXPECT_NE(scene_.landscape().landscape, nullptr);
}

TEST_F(GridScene, AFileThatIsGoneOrHasChangedIsSaid) {
    open(himmelblau());
    const fs::path path = session_.landscape.grid.file;
    const fs::path elsewhere = folder_ / "elsewhere.csv";
    fs::rename(path, elsewhere);
    settle();
    EXPECT_NE(scene_.landscape().complaint.find(path.string()), std::string::npos);
    EXPECT_EQ(scene_.landscape().landscape, nullptr);
    session_.landscape.grid.file = elsewhere;
    settle();
    EXPECT_TRUE(scene_.landscape().complaint.empty()) << scene_.landscape().complaint;

    std::ofstream(elsewhere, std::ios::app) << "# as measured on Monday\n";
    Scene later;
    later.update(session_, 400, 300);
    later.finish();
    EXPECT_NE(later.landscape().note.find("has changed"), std::string::npos);
    EXPECT_NE(later.landscape().landscape, nullptr) << "shown all the same";
}

TEST_F(GridScene, HostileFilesGetOneSentenceEach) {
    int refused = 0;
    for (const auto& entry : fs::directory_iterator(sample(""))) {
        Scene scene;
        session_.landscape = {.source = LandscapeSource::grid, .grid = {.file = entry.path().string()}};
        scene.update(session_, 64, 64);
        scene.finish();
        const std::string& complaint = scene.landscape().complaint;
        if (complaint.empty()) continue;
        ++refused;
        EXPECT_NE(complaint.find(entry.path().string()), std::string::npos) << complaint;
        EXPECT_EQ(complaint.find('\n'), std::string::npos) << complaint;
    }
    EXPECT_GE(refused, 10);
}

TEST_F(GridScene, RecordedDescentsShowTrueLossBesideThePlanes) {
    session_.landscape.formula = "x^2 + y^2";
    session_.trajectories = {{.file = file("run.csv", "x,y,loss\n3,0,9.5\n2,0,\n9,0,81\n"), .color = 5}};
    settle();
    ASSERT_EQ(scene_.paths().recorded.size(), 1U);
    const RecordedPath& recorded = scene_.paths().recorded[0];
    EXPECT_EQ(recorded.name, "run");
    EXPECT_EQ(recorded.path.color, 5);
    EXPECT_EQ(recorded.path.trajectory.losses, (std::vector<double>{9, 4, 81}));
    EXPECT_EQ(recorded.path.trajectory.gradient(1)[0], 4);
    ASSERT_EQ(recorded.true_losses.size(), 3U);
    EXPECT_EQ(recorded.true_losses[0], 9.5);
    EXPECT_TRUE(std::isnan(recorded.true_losses[1]));
    EXPECT_EQ(scene_.paths().longest, 2);

    session_.trajectories[0].enabled = false;
    session_.trajectories.push_back({.file = (folder_ / "missing.csv").string()});
    settle();
    EXPECT_TRUE(scene_.paths().recorded.empty());
    ASSERT_EQ(scene_.paths().complaints.size(), 1U);
    EXPECT_NE(scene_.paths().complaints[0].find("missing.csv"), std::string::npos);
}

TEST_F(GridScene, TheLossLandscapeProjectsFilesAreRead) {
    const auto loaded = load_grid({.file = sample("loss_landscape.h5")});
    ASSERT_TRUE(loaded.has_value()) << loaded.error();
    EXPECT_EQ(loaded->choice.array, "train_loss");
    const auto path = load_trajectory({.file = sample("proj.h5")});
    ASSERT_TRUE(path.has_value()) << path.error();
    EXPECT_FALSE(load_trajectory({.file = sample("loss_landscape.h5")}).has_value());
}

}  // namespace
}  // namespace thalweg
