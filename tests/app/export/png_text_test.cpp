#include "app/export/png_text.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>
#include <sstream>

#include "app/export/picture_session.h"
#include "tests/app/document/random_session.h"

namespace thalweg {
namespace {

using namespace std::string_literals;

using Text = std::expected<std::optional<std::string>, std::string>;

Text read(const std::string& file, std::string_view keyword = "Session", std::size_t limit = 1U << 24U) {
    std::istringstream stream(file);
    return read_png_text(stream, "file", keyword, limit);
}

std::string number(std::size_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(value >> shift);
    return bytes;
}

std::string chunk(const std::string& type, const std::string& data) {
    const std::string body = type + data;
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return number(data.size()) + body + number(sum);
}

std::string packed(const std::string& text) {
    uLongf size = compressBound(text.size());
    std::string bytes(size, '\0');
    compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(),
              9);
    bytes.resize(size);
    return bytes;
}

const std::string signature = "\x89PNG\r\n\x1a\n";
const std::string header = chunk("IHDR", "\0\0\0\1\0\0\0\1\x08\2\0\0\0"s);

/// A PNG without pixels, which nobody asks for here.
std::string png(const std::string& chunks) {
    return signature + header + chunks + chunk("IEND", "");
}

std::string saved_picture(const Session& session) {
    const Picture pixels{.width = 16, .height = 9, .rgb = std::vector<std::uint8_t>(std::size_t{3} * 16 * 9, 77)};
    const auto bytes = encode_png(pixels, picture_texts(session)).value();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(PngTextReading, FindsEveryKindOfTextChunk) {
    const std::string latin = "x\xB2 caf\xE9";
    EXPECT_EQ(**read(png(chunk("iTXt", "Session\0\0\0\0\0x² θ"s))), "x² θ");
    EXPECT_EQ(**read(png(chunk("iTXt", "Session\0\1\0en\0Sitzung\0"s + packed("x² θ")))), "x² θ");
    EXPECT_EQ(**read(png(chunk("zTXt", "Session\0\0"s + packed(latin)))), "x² café");
    EXPECT_EQ(**read(png(chunk("tEXt", "Session\0"s + latin))), "x² café");
    EXPECT_EQ(**read(png(chunk("tEXt", "Session\0x² θ"s))), "x² θ") << "UTF-8 that another program left there";
    EXPECT_EQ(**read(png(chunk("iTXt", "Session\0\0\0\0\0"s))), "");
}

TEST(PngTextReading, TakesTheFirstOfThatKeywordWhereverItStands) {
    const std::string pixels = chunk("IDAT", std::string(100'000, 'x'));
    const std::string others = chunk("tEXt", "Session2\0no"s) + chunk("tEXt", "Sess\0no"s) + chunk("tEXt", "");
    EXPECT_EQ(**read(png(others + pixels + chunk("tEXt", "Session\0a"s) + chunk("tEXt", "Session\0b"s))), "a");
    const Text none = read(png(others + pixels));
    ASSERT_TRUE(none.has_value()) << none.error();
    EXPECT_FALSE(none->has_value());
}

TEST(PngTextReading, SaysWhatIsWrong) {
    const std::string good = chunk("iTXt", "Session\0\1\0\0\0"s + packed("text"));
    std::string flipped = good;
    flipped[good.size() - 10] = static_cast<char>(flipped[good.size() - 10] ^ 1);
    const std::string body = packed(std::string(1000, 'a'));
    const std::pair<std::string, const char*> cases[] = {
        {"", "no PNG"},
        {"GIF89a and more of it", "no PNG"},
        {signature, "cut off"},
        {png(flipped), "checksum"},
        {png(chunk("iTXt", "Session\0\1\0\0\0"s + body.substr(0, body.size() / 2))), "unpacked"},
        {png(chunk("iTXt", "Session\0\1\0\0\0 no zlib stream"s)), "unpacked"},
        {png(chunk("iTXt", "Session\0\1\5\0\0x"s)), "packed in a way"},
        {png(chunk("iTXt", "Session\0\0"s)), "laid out"},
        {png(chunk("iTXt", "Session\0\0\0no more zeros"s)), "laid out"},
        {png(chunk("zTXt", "Session\0"s)), "laid out"},
        {signature + header + number(0x7FFFFFFF) + "iTXtSession\0"s, "larger than"},
        {signature + header + number(0x7FFFFFFF) + "IDATpixels", "cut off"},
        {signature + header + number(0x80000000) + "iTXtSession\0"s, "claims 2147483648 bytes"},
        {signature + header + number(1'000'000) + "iTXtSession\0"s, "cut off"},
    };
    for (const auto& [file, word] : cases) {
        const Text text = read(file);
        ASSERT_FALSE(text.has_value()) << word;
        EXPECT_NE(text.error().find(word), std::string::npos) << text.error();
        EXPECT_TRUE(text.error().starts_with("file: ")) << text.error();
    }
}

TEST(PngTextReading, StopsAtTheLimitHoweverMuchUnpacks) {
    const std::string bomb = png(chunk("iTXt", "Session\0\1\0\0\0"s + packed(std::string(50'000'000, ' '))));
    ASSERT_LT(bomb.size(), 100'000U);
    const Text text = read(bomb);
    ASSERT_FALSE(text.has_value());
    EXPECT_NE(text.error().find("larger than 16777216 bytes"), std::string::npos) << text.error();
    const std::string exact(1000, 'a');
    EXPECT_EQ(**read(png(chunk("iTXt", "Session\0\1\0\0\0"s + packed(exact))), "Session", 1000), exact);
    EXPECT_FALSE(read(png(chunk("iTXt", "Session\0\1\0\0\0"s + packed(exact))), "Session", 999).has_value());
}

TEST(PictureSession, TravelsAsOnePackedInternationalText) {
    Session session;
    session.landscape.formula = "x² + θ y²";
    const std::string file = saved_picture(session);
    const std::size_t place = file.find("iTXtSession\0\1\0"s);
    EXPECT_NE(place, std::string::npos);
    EXPECT_LT(place, file.find("IDAT")) << "found without stepping over pixels";
    EXPECT_EQ(file.find("iTXtSession", place + 1), std::string::npos);
    std::istringstream stream(file);
    EXPECT_EQ(read_picture_session(stream, "file")->session, session);
}

TEST(PictureSession, EveryFieldComesBack) {
    std::mt19937_64 random(22);
    for (int i = 0; i < 50; ++i) {
        const Session session = random_session(random);
        std::istringstream stream(saved_picture(session));
        const auto reading = read_picture_session(stream, "file");
        ASSERT_TRUE(reading.has_value()) << reading.error();
        EXPECT_TRUE(reading->warnings.empty()) << reading->warnings.front();
        EXPECT_EQ(reading->session, session) << to_toml(session);
    }
}

TEST(PictureSession, CutAnywhereThePictureGivesItsSessionOrOneSentence) {
    const std::string file = saved_picture(Session{});
    const std::size_t carried = file.find("IDAT") - 4;
    for (std::size_t length = 0; length < file.size(); ++length) {
        std::istringstream stream(file.substr(0, length));
        const auto reading = read_picture_session(stream, "file");
        EXPECT_EQ(reading.has_value(), length >= carried) << length;
        if (!reading) {
            EXPECT_EQ(std::ranges::count(reading.error(), '\n'), 0) << reading.error();
        }
    }
}

TEST(PictureSession, FlippedAnywhereThePictureGivesItsSessionOrOneSentence) {
    const std::string file = saved_picture(Session{});
    int refused = 0;
    for (std::size_t place = 0; place < file.size(); ++place) {
        std::string broken = file;
        broken[place] = static_cast<char>(broken[place] ^ 0x55);
        std::istringstream stream(broken);
        const auto reading = read_picture_session(stream, "file");
        if (reading) {
            EXPECT_EQ(reading->session, Session{}) << place;
        }
        refused += reading ? 0 : 1;
    }
    EXPECT_GT(refused, 500) << "a flipped bit in the session must not pass";
}

}  // namespace
}  // namespace thalweg
