#include <cmath>

#include "tests/core/data/sample_files.h"

namespace thalweg {
namespace {

void expect_filled_by_meshgrid(const char* name) {
    const auto grid = grid_in(sample(name));
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->array, "train_loss");
    EXPECT_EQ(grid->x, (std::vector<double>{-1.0, -0.5, 0.5, 2.0}));
    EXPECT_EQ(grid->y, (std::vector<double>{0.0, 0.25, 1.0}));
    ASSERT_EQ(grid->values.size(), 12U);
    EXPECT_EQ(grid->holes, 1U);
    for (std::size_t node = 0; node < 12; ++node) {
        if (node == 7) {
            EXPECT_TRUE(std::isnan(grid->values[node]));
        } else {
            EXPECT_EQ(grid->values[node], 10.0 * static_cast<double>(node / 4) + static_cast<double>(node % 4));
        }
    }
}

TEST(Hdf5, LossLandscapesAreFilledRowByRowWhateverTheirShape) {
    expect_filled_by_meshgrid("loss_landscape.h5");
    expect_filled_by_meshgrid("loss_landscape_packed.h5");
}

TEST(Hdf5, LossLandscapesHaveSeveralArrays) {
    const auto bytes = sample("loss_landscape.h5");
    const auto content = look_into(**open_arrays(bytes));
    ASSERT_TRUE(content) << content.error();
    EXPECT_EQ(content->grids, (std::vector<std::string>{"train_loss", "train_acc"}));
    const auto accuracy = grid_in(bytes, "train_acc");
    ASSERT_TRUE(accuracy);
    EXPECT_EQ(accuracy->values[6], 60.0);
    EXPECT_EQ(accuracy->understood,
              "train_acc: 4 × 3 values from 0 to 115, over x from -1 to 2 and y from 0 to 1 (as "
              "the project loss-landscape writes it); 1 hole.");
    EXPECT_EQ(grid_error(bytes, "eigenvector"), "has no grid \"eigenvector\"; it has train_loss, train_acc");
}

TEST(Hdf5, ReadsOtherFilesByTheNamesOfTheirArrays) {
    const auto bytes = sample("plain.h5");
    const auto grid = grid_in(bytes);
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->values[9], 21.0);
    EXPECT_EQ(grid->y[1], 0.25);
    EXPECT_EQ(grid_error(bytes, "complex"),
              "has an array complex, which holds complex numbers or records; save one part as an array of its own");
    EXPECT_EQ(grid_error(bytes, "elsewhere"), "has no grid \"elsewhere\"; it has loss");
}

TEST(Hdf5, ReadsProjectedTrajectories) {
    const auto path = trajectory_in(sample("proj.h5"));
    ASSERT_TRUE(path) << path.error();
    EXPECT_EQ(path->x, (std::vector<double>{3.0, 2.0, 1.5}));
    EXPECT_EQ(path->y, (std::vector<double>{1.0, 0.5, 0.25}));
    EXPECT_TRUE(path->loss.empty());
}

TEST(Hdf5, TakesNoMemoryForWhatIsOnlyClaimed) {
    EXPECT_EQ(grid_error("claims.h5"),
              "has an array loss, which claims 1048576 × 1048576 numbers; at most 67 million are read");
    EXPECT_EQ(grid_error("never_written.h5"), "has an array loss, which claims more numbers than the file holds");
}

TEST(Hdf5, FilesCutAnywhereSayWhatIsWrong) {
    for (const char* name : {"loss_landscape.h5", "loss_landscape_packed.h5", "proj.h5"}) {
        const auto whole = sample(name);
        for (std::size_t length = 0; length < whole.size(); length += 1 + length / 500) {
            const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            EXPECT_NE(grid_error(cut), "") << name << " cut at " << length;
        }
    }
}

}  // namespace
}  // namespace thalweg
