#include "app/document/slice_choice.h"

#include <gtest/gtest.h>

#include <vector>

#include "app/document/session.h"

namespace thalweg {
namespace {

const std::vector<std::string> variables = {"x", "y", "z", "w"};
using Axes = std::array<std::size_t, 2>;

TEST(PlaneAxes, AreReadByName) {
    EXPECT_EQ(plane_axes(variables, "").value(), (Axes{0, 1}));
    EXPECT_EQ(plane_axes(variables, "x,z").value(), (Axes{0, 2}));
    EXPECT_EQ(plane_axes(variables, " w , y ").value(), (Axes{3, 1}));
    for (const char* wrong : {"x", "x,x", "x,q", "x,y,z", ",", "x,"}) {
        const auto axes = plane_axes(variables, wrong);
        ASSERT_FALSE(axes) << wrong;
        EXPECT_NE(axes.error().find("x, y, z, w"), std::string::npos) << axes.error();
    }
}

TEST(ChooseAxes, KeepsThePointOfTheFirstStart) {
    Session session;
    session.landscape.parameters = {{"z", -1}, {"w", 7}, {"a", 5}};
    session.starts = {{2, 1}, {3, 4}};
    choose_axes(session, variables, {2, 0});
    EXPECT_EQ(session.landscape.slice.axes, "z,x");
    EXPECT_EQ(session.starts[0], (Start{-1, 2}));
    EXPECT_EQ(session.starts[1], (Start{-1, 3})) << "in the plane through the first one";
    EXPECT_EQ(session.landscape.parameters, (std::map<std::string, double>{{"y", 1}, {"w", 7}, {"a", 5}}));
    choose_axes(session, variables, {0, 1});
    EXPECT_EQ(session.starts[0], (Start{2, 1})) << "there and back again";
    EXPECT_EQ(session.landscape.parameters, (std::map<std::string, double>{{"z", -1}, {"w", 7}, {"a", 5}}));
}

TEST(ChooseAxes, AnAxisThatStaysTakesItsSideOfTheBoxAlong) {
    Session session;
    session.landscape.domain = session.display.map = {-1, 8, -2, 3};
    choose_axes(session, variables, {1, 0});
    EXPECT_EQ(session.landscape.domain, (Box{-2, 3, -1, 8}));
    EXPECT_EQ(session.display.map, session.landscape.domain);
    choose_axes(session, variables, {1, 2});
    EXPECT_EQ(session.landscape.domain, (Box{-2, 3, -1, 8})) << "z takes the place of x";
    choose_axes(session, variables, {3, 1});
    EXPECT_EQ(session.landscape.domain, (Box{-2, 3, -2, 3})) << "y goes up, w takes its place";
}

}  // namespace
}  // namespace thalweg
