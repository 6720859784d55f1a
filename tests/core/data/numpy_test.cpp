#include <algorithm>
#include <cmath>
#include <filesystem>

#include "tests/core/data/sample_files.h"

namespace thalweg {
namespace {

/// 10 row + column.
const std::vector<double> plain = {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23};

class NumpyType : public testing::TestWithParam<const char*> {};

TEST_P(NumpyType, IsReadAsDoubles) {
    const auto grid = grid_in(sample(std::string(GetParam()) + ".npy"));
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->values, plain);
    EXPECT_EQ(grid->x, (std::vector<double>{0, 1, 2, 3}));
    EXPECT_EQ(grid->y, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(grid->holes, 0U);
}

INSTANTIATE_TEST_SUITE_P(All, NumpyType,
                         testing::Values("f2_little", "f2_big", "f4_little", "f4_big", "f8_little", "f8_big", "i1",
                                         "i2_little", "i2_big", "i4_little", "i4_big", "i8_little", "i8_big", "u1",
                                         "u2_little", "u4_big", "u8_little", "fortran", "squeezed", "version2",
                                         "version3"));

TEST(Npy, ReadsTruthValues) {
    const auto grid = grid_in(sample("bool.npy"));
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->values, (std::vector<double>{0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1}));
}

TEST(Npy, ReadsHalfPrecisionAsNumpyDoes) {
    const auto grid = grid_in(sample("halves.npy"));
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->values[0], 0.0);
    EXPECT_EQ(grid->values[2], 0x1p-24);  // the smallest number there is
    EXPECT_EQ(grid->values[3], 65504.0);  // the largest
    EXPECT_TRUE(std::isnan(grid->values[4]) && std::isnan(grid->values[5]));
    EXPECT_EQ(grid->values[6], -1.5);
    EXPECT_EQ(grid->values[7], 0x1.998p-4);
}

TEST(Npy, MakesHolesOfWhatIsNoFiniteNumber) {
    const auto grid = grid_in(sample("special.npy"));
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->holes, 4U);
    EXPECT_EQ(std::ranges::count_if(grid->values, [](double v) { return std::isnan(v); }), 4);
    EXPECT_EQ(grid->understood,
              "3 × 2 values from 1 to 2, over x from 0 to 2 and y from 0 to 1 (x and y are the "
              "numbers of columns and rows); 4 holes.");
}

TEST(Npy, SaysWhatIsNoGridOfNumbers) {
    EXPECT_EQ(grid_error("complex.npy"), "holds complex numbers; save their real part or their absolute value");
    EXPECT_EQ(grid_error("objects.npy"), "holds pickled Python objects, which are not opened; save it as float64");
    EXPECT_EQ(grid_error("text.npy"), "holds text, not numbers");
    EXPECT_EQ(grid_error("records.npy"),
              "holds records with fields, not numbers; save one field as an array of its own");
    EXPECT_EQ(grid_error("longdouble.npy"), "holds numbers of the type \"<f16\"; save it as float64");
    EXPECT_EQ(grid_error("one_row.npy"), "holds 1 × 4 numbers; a surface needs a matrix, or columns x, y and values");
    EXPECT_EQ(grid_error("all_holes.npy"), "holds no finite number: all of it is holes");
}

/// A file that is all header.
std::string npy_with(const std::string& dictionary) {
    std::string text("\x93NUMPY\x01\x00", 8);
    text += static_cast<char>(dictionary.size());
    text += '\0';
    return text + dictionary;
}

TEST(Npy, TakesNoMemoryForWhatAHeaderOnlyClaims) {
    const auto error = [](const std::string& shape) {
        return grid_error(bytes_of(npy_with("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n")));
    };
    EXPECT_EQ(error("(1000000, 1000000)"), "claims 1000000 × 1000000 numbers; at most 67 million are read");
    EXPECT_EQ(error("(4294967296, 4294967296)"), "claims 4294967296 × 4294967296 numbers; at most 67 million are read");
    EXPECT_EQ(error("(8000, 8000)"),
              "ends in the middle of its numbers: 8000 × 8000 need 512000000 bytes, and there are 0");
    EXPECT_NE(error("(0, 5)"), "");
    for (const char* shape : {"(3, 4", "3", "(-3, 4)", "(3; 4)", "(99999999999999999999, 2)", "('a', 2)"}) {
        EXPECT_EQ(error(shape), "has a header that numpy does not write") << shape;
    }
}

TEST(Npy, HeadersThatNumpyDoesNotWriteAreRefused) {
    for (const char* header : {"", "{", "{}", "{'descr': '<f8'}", "{'shape': (2, 2), 'shape': (2, 2), 'more': 1}",
                               "{'descr': [('x', '<f8'", "{'descr': '<', 'fortran_order': False, 'shape': (2, 2)}"}) {
        EXPECT_NE(grid_error(bytes_of(npy_with(header))), "") << header;
    }
    EXPECT_EQ(grid_error(bytes_of(std::string_view("\x93NUMPY\x09\x00\x00\x00", 10))),
              "has version 9 of numpy's format; versions 1 to 3 are known");
}

TEST(Npz, ChoosesTheLikeliestArray) {
    const auto bytes = sample("stored.npz");
    const auto grid = grid_in(bytes);
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->array, "train_loss");
    EXPECT_EQ(grid->values, plain);
    EXPECT_EQ(grid->x, (std::vector<double>{-1.0, -0.5, 0.5, 2.0}));
    EXPECT_EQ(grid->y, (std::vector<double>{0.0, 0.25, 1.0}));
    EXPECT_EQ(grid->understood,
              "train_loss: 4 × 3 values from 0 to 23, over x from -1 to 2 and y from 0 to 1 "
              "(coordinates from x and y).");
    const auto content = look_into(**open_arrays(bytes));
    ASSERT_TRUE(content);
    EXPECT_EQ(content->grids, (std::vector<std::string>{"train_loss", "test_loss"}));
    EXPECT_FALSE(content->trajectory);
}

TEST(Npz, ReadsTheArrayThatIsNamed) {
    const auto grid = grid_in(sample("stored.npz"), "test_loss");
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->values[11], 46.0);
    EXPECT_EQ(grid_error("stored.npz", "train_los"), "has no grid \"train_los\"; it has train_loss, test_loss");
}

TEST(Npz, TheSameGridInAnyArrangement) {
    for (const char* name : {"deflated.npz", "mesh.npz", "mesh_ij.npz", "transposed.npz", "descending.npz"}) {
        const auto grid = grid_in(sample(name));
        ASSERT_TRUE(grid) << name << ' ' << grid.error();
        EXPECT_EQ(grid->values, plain) << name;
        EXPECT_EQ(grid->x, (std::vector<double>{-1.0, -0.5, 0.5, 2.0})) << name;
        EXPECT_EQ(grid->y, (std::vector<double>{0.0, 0.25, 1.0})) << name;
    }
    const auto large = grid_in(sample("zip64.npz"));
    ASSERT_TRUE(large) << large.error();
    EXPECT_EQ(large->values, plain);
}

TEST(Npz, SaysWhatIsWrongWithCoordinates) {
    EXPECT_EQ(grid_error("twice.npz"), "has the x coordinate 1 twice");
    EXPECT_EQ(grid_error("wrong_size.npz"), "has 3 × 4 values, but 3 x and 3 y coordinates");
    EXPECT_EQ(grid_error("pickled.npz"),
              "has an array z, which holds pickled Python objects, which are not opened; save it as float64");
}

TEST(Npz, ReadsATrajectory) {
    const auto path = trajectory_in(sample("path.npz"));
    ASSERT_TRUE(path) << path.error();
    EXPECT_EQ(path->x, (std::vector<double>{3.0, 2.0, 1.5}));
    EXPECT_EQ(path->y, (std::vector<double>{1.0, 0.5, 0.25}));
    ASSERT_EQ(path->loss.size(), 3U);
    EXPECT_EQ(path->loss[1], 4.0);
    EXPECT_TRUE(std::isnan(path->loss[2]));
    const auto content = look_into(**open_arrays(sample("path.npz")));
    ASSERT_TRUE(content);
    EXPECT_TRUE(content->trajectory);
    EXPECT_TRUE(content->grids.empty());
}

TEST(Npz, BelievesAnArchiveOnlyAsFarAsDeflateCanCompress) {
    auto bytes = sample("bomb.npz");
    ASSERT_TRUE(grid_in(bytes));  // a thousand times smaller than what it holds, and true
    // The directory's claim of eight million bytes becomes one of two thousand million.
    const std::string directory("PK\x01\x02");
    const auto text = std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::size_t at = text.find(directory);
    ASSERT_NE(at, std::string_view::npos);
    bytes[at + 27] = std::byte{0x7F};
    EXPECT_EQ(grid_error(bytes), "has an array z, which claims more bytes than it can hold");
}

/// Cuts and single wrong bytes: never more than an error, or what is in the file.
TEST(NumpyFiles, CutAtEveryByteSayWhatIsWrong) {
    for (const char* name : {"f8_little.npy", "version2.npy", "stored.npz", "deflated.npz", "zip64.npz", "path.npz"}) {
        const auto whole = sample(name);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            EXPECT_NE(grid_error(cut), "") << name << " cut at " << length;
        }
    }
}

TEST(NumpyFiles, WithWrongBytesNeverDoHarm) {
    for (const char* name : {"f8_little.npy", "stored.npz", "deflated.npz", "zip64.npz"}) {
        const auto whole = sample(name);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            for (const int change : {0xFF, 0x80, 0x01}) {
                auto wrong = whole;
                wrong[i] ^= static_cast<std::byte>(change);
                const auto grid = grid_in(wrong);
                EXPECT_TRUE(grid ? grid->values.size() == grid->x.size() * grid->y.size() : !grid.error().empty());
            }
        }
    }
}

}  // namespace
}  // namespace thalweg
