#include "app/studio/number_files.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(NumberFiles, AreKnownByTheirBeginning) {
    using namespace std::string_view_literals;
    for (const std::string_view head :
         {"\x93NUMPY\x01\0"sv, "PK\x03\x04rest"sv, "\x89HDF\r\n\x1a\n"sv, "1,2,3\n"sv, "1 2\t3"sv,
          "x,y,loss\n1,2,3\n"sv, "# a comment\n\n-1e-3;2.5\n"sv,
          "\xEF\xBB\xBF"
          "0,1\n"sv,
          ",0.1,0.2\n0.5,nan,3\n"sv, "+1,-2\r\n"sv, "hours,mark\n"sv, "size;kind\n3;blue\n"sv}) {
        EXPECT_TRUE(may_be_numbers(head)) << head;
    }
    for (const std::string_view head : {""sv, "Dear reader,\nthe 3 of us"sv, "version = 1\nsteps = 20\n"sv,
                                        "# A session of Thalweg.\nversion = 1\n"sv, "[a]\nb = [1, 2]\n"sv,
                                        "\x7f"
                                        "ELF\0"sv}) {
        EXPECT_FALSE(may_be_numbers(head)) << head;
    }
}

}  // namespace
}  // namespace thalweg
