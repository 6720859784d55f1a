#include "app/export/npz.h"

#include <gtest/gtest.h>

#include "app/export/scene_numbers.h"
#include "tests/app/export/python.h"

namespace thalweg {
namespace {

TEST(Npz, NpyHeadersAreAligned) {
    const std::string bytes = to_npy(numpy_array("a", {1}, std::array{1.5}));
    EXPECT_EQ(bytes.size() % 64, 8U);
    EXPECT_NE(bytes.find("'shape': (1, )"), std::string::npos);
}

TEST(Npz, NumpyReadsWhatIsWritten) {
    if (!python_has("numpy")) GTEST_SKIP() << "python3-numpy is not installed";
    const NumberTable table{.comments = {"a comment"},
                            .columns = {{"x", std::vector{0.1, -1e300, 3.0}},
                                        {"class", std::vector<std::string>{"minimum", "saddle", "degenerate"}}}};
    std::vector<NumpyArray> arrays = to_arrays(table);
    arrays.push_back(numpy_array("f", {2, 3}, std::array{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}));
    arrays.push_back(numpy_array("none", {0}, {}));
    const auto folder = std::filesystem::temp_directory_path() / "thalweg-npz";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "a.npz", std::ios::binary) << to_npz(arrays);
    const std::string printed = run_python(
        "import numpy, zipfile\n"
        "print(zipfile.ZipFile('a.npz').testzip())\n"
        "a = numpy.load('a.npz')\n"
        "print(list(a), a['x'].tolist(), a['class'].astype(str).tolist())\n"
        "print(a['f'].tolist(), a['none'].shape)\n",
        "npz");
    EXPECT_EQ(printed,
              "None\n['x', 'class', 'f', 'none'] [0.1, -1e+300, 3.0] ['minimum', 'saddle', 'degenerate']\n"
              "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]] (0,)\n");
    EXPECT_EQ(to_csv(table),
              "# a comment\nx,class\n0.10000000000000001,minimum\n-1.0000000000000001e+300,saddle\n3,degenerate\n");
}

}  // namespace
}  // namespace thalweg
