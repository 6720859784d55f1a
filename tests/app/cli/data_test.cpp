#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

TEST(DataCommands, descend_on_a_model_over_data) {
    const Ended descend = run_program({"descend", "--data", "anscombe_1", "--model", "linear", "--start", "0,0",
                                       "--optimizer", "sgd lr=0.01", "--steps", "3", "--batch", "4", "--seed", "7"});
    EXPECT_EQ(descend.status, 0) << descend.err;
    EXPECT_TRUE(descend.out.starts_with("step,x,y,loss,gradient_x,gradient_y,learning_rate,batch_loss\n0,0,0,"))
        << descend.out;
    const std::vector<std::string> whole = {"descend", "--data",  "anscombe_1", "--model",     "linear",     "--start",
                                            "0,0",     "--steps", "30",         "--optimizer", "sgd lr=0.01"};
    auto of_all = whole;
    of_all.insert(of_all.end(), {"--batch", "11"});
    EXPECT_EQ(run_program(of_all).out, run_program(whole).out);
    auto held_out = whole;
    held_out.insert(held_out.end(), {"--validation", "0.3", "--patience", "2"});
    EXPECT_NE(run_program(held_out).out.find(",validation_loss\n"), std::string::npos);
}

TEST(DataCommands, inspect_in_as_many_weights_as_the_loss_has) {
    TemporaryFolder folder;
    const std::string file = folder / "matrix.csv";
    std::ofstream(file) << "a,b,c,y\n1,2,3,7\n4,5,6,13\n7,8,9,19\n10,11,12,25\n";
    const Ended inspect =
        run_program({"inspect", "--data", file, "--formula", "J(w1, w2, w3, b) = (w1 x1 + w2 x2 + w3 x3 + b - y)^2",
                     "--at", "2,-1,3,1", "--json"});
    EXPECT_EQ(inspect.status, 0) << inspect.err;
    EXPECT_NE(inspect.out.find("[177, 201, 225, 24]"), std::string::npos) << inspect.out;
}

TEST(DataCommands, every_sub_command_takes_a_model) {
    TemporaryFolder folder;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"stationary", "--model", "logistic"},
          {"basins", "--model", "neuron", "--size", "8"},
          {"check", "--model", "huber", "--at", "1,0.3"},
          {"render", "--model", "hinge", "--size", "320x200", "-o", folder / "a.png"},
          {"list", "models"},
          {"list", "data"}}) {
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.status, 0) << arguments[0] << ": " << ended.err;
    }
}

TEST(DataCommands, write_a_model_for_as_many_features_as_there_are) {
    const Ended plane = run_program({"inspect", "--model", "logistic", "--data", "moons", "--at", "0,0"});
    EXPECT_EQ(plane.status, 0) << plane.err;
    EXPECT_TRUE(plane.out.starts_with("f(w1, w2) = J(w₁, w₂) = softplus(w₁ x₁ + w₂ x₂ + b)")) << plane.out;
    // Every sample is as likely as not: ln 2.
    EXPECT_NE(plane.out.find("value          0.6931471806\n"), std::string::npos) << plane.out;
}

TEST(DataCommands, say_which_features_a_model_leaves_out) {
    TemporaryFolder folder;
    const std::string file = folder / "wide.csv";
    std::ofstream(file) << "a,b,c,d,e,f,g,h,i,j,y\n1,2,3,4,5,6,7,8,9,10,1\n2,3,4,5,6,7,8,9,10,11,0\n";
    EXPECT_EQ(run_program({"inspect", "--data", file, "--model", "linear", "--at", "0,0"}).err,
              "thalweg: of 10 features the first 8 are used\n");
    const Ended own =
        run_program({"inspect", "--data", file, "--formula", "J(u, v) = (y - u x9 - v x10)^2", "--at", "0,0"});
    EXPECT_EQ(own.status, 0);
    EXPECT_EQ(own.err, "");
}

TEST(DataCommands, tell_how_a_batchs_gradient_scatters) {
    // Gradients (-2, -2) and (-4, -2) of w at 0: two samples, one of them in each batch.
    TemporaryFolder folder;
    const std::string file = folder / "two.csv";
    std::ofstream(file) << "1,2\n2,2\n";
    const Ended inspect =
        run_program({"inspect", "--data", file, "--model", "linear", "--batch", "1", "--at", "0,0", "--json"});
    EXPECT_NE(inspect.out.find("\"gradient_noise\": [\n    [1, 0],\n    [0, 0]\n  ]"), std::string::npos)
        << inspect.out;
}

TEST(DataCommands, hold_on_whatever_the_file) {
    TemporaryFolder folder;
    const std::string file = folder / "given.csv";
    const auto with = [&](const std::string& text) {
        std::ofstream(file) << text;
        return run_program({"descend", "--model", "linear", "--data", file, "--start", "0,0", "--steps", "2"});
    };
    EXPECT_EQ(with("x,y\n2,3\n").status, 0) << "one sample";
    EXPECT_EQ(with("x,y\n2,3\n2,3\n2,3\n").status, 0) << "equal samples";
    EXPECT_EQ(with("x,y\n1,2\nnan,3\n3,\n4,inf\n").err,
              "thalweg: 3 of 4 samples have a number missing and are left out\nstill moving after 2 steps\n");
    EXPECT_NE(with("x,y\n1,2\n3,four\n").err.find("has \"four\" where a number belongs, in line 3, column 2"),
              std::string::npos);
    EXPECT_NE(with("x,y\n1,2\n3\n").err.find("has ragged lines"), std::string::npos);
    EXPECT_NE(with("1\n2\n3\n").err.find("has one column"), std::string::npos);
    EXPECT_EQ(with("").status, 2);
}

TEST(DataCommands, tell_of_the_rows_that_are_left_out_wherever_the_samples_are_named) {
    TemporaryFolder folder;
    const std::string file = folder / "holes.csv", session = folder / "holes.toml";
    std::ofstream(file) << "hours,mark\n1,2\nnan,3\n3,\n4,inf\n5,6\n";
    const std::string note = "3 of 5 samples have a number missing and are left out";
    const Ended json =
        run_program({"descend", "--model", "linear", "--data", file, "--start", "0,0", "--steps", "2", "--json"});
    EXPECT_EQ(json.err, "thalweg: " + note + "\n");
    EXPECT_NE(json.out.find("\"notes\": [\n    \"" + note + "\"\n  ]"), std::string::npos) << json.out;
    const Ended exported =
        run_program({"export", "session", "--model", "linear", "--data", file, "--start", "0,0", "-o", session});
    EXPECT_EQ(exported.err, "thalweg: " + note + "\n");
    const Ended render = run_program({"render", "--session", session, "--size", "320x200", "-o", folder / "a.png"});
    EXPECT_EQ(render.status, 0);
    EXPECT_EQ(render.err, "thalweg: " + note + "\n");
    std::ofstream(file) << "hours,mark\n1,2\n5,6\n";
    const Ended changed = run_program({"render", "--session", session, "--size", "320x200", "-o", folder / "a.png"});
    EXPECT_EQ(changed.err, "thalweg: holes.csv has changed since it was chosen\n");
}

TEST(DataCommands, say_what_is_wrong) {
    const auto error = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"inspect", "--at", "0,0"});
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.status, 2);
        return ended.err;
    };
    EXPECT_EQ(error({"--data", "line"}),
              "thalweg: --data needs a loss: give --model NAME (see list models) or --formula F\n");
    EXPECT_EQ(error({"--landscape", "himmelblau", "--batch", "3"}),
              "thalweg: himmelblau is no loss over samples; see list models\n");
    EXPECT_EQ(
        error({"--model", "linear", "--data", "lines"}),
        "thalweg: --data: there is neither a file nor a data set \"lines\"; `thalweg list data` names the sets\n");
    EXPECT_EQ(error({"--data", "blobs", "--formula", "J(w, b) = (y - w x - b)^2"}),
              "thalweg: --data: the loss names x, but the samples have x1, x2, y\n");
    EXPECT_EQ(error({"--data", "line", "--formula", "(y - w x - b)^2"}),
              "thalweg: --data: x stands for the samples' numbers; begin the loss with J(w, b) = to say which are "
              "weights\n");
    EXPECT_EQ(error({"--data", "line", "--formula", "J(w, b) = w^2 + b^2"}),
              "thalweg: --data: the loss names none of the samples' columns, which are x, y\n");
    EXPECT_EQ(error({"--model", "linear", "--set", "x=2"}), "thalweg: --set x=2: x is a column of the samples\n");
    EXPECT_NE(error({"--model", "logistic", "--data", "anscombe_1"}).find("two classes need two values"),
              std::string::npos);
    EXPECT_NE(error({"--model", "linear", "--batch", "-3"}).find("batch"), std::string::npos);
    EXPECT_NE(error({"--model", "linear", "--validation", "2"}).find("validation"), std::string::npos);
}

}  // namespace
}  // namespace thalweg
