#include "app/export/png.h"

#include <fmt/format.h>
#include <png.h>

#include <csetjmp>
#include <utility>

namespace thalweg {

struct PngEncoder::State {
    png_structp png = nullptr;
    png_infop info = nullptr;
    Sink sink;
    int width = 0;
    std::vector<png_byte> row;  ///< red, green, blue and alpha, for pictures that have one
};

namespace {

void set_texts(png_structp png, png_infop info, std::span<const PngText> texts) {
    for (const PngText& text : texts) {
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_zTXt;
        chunk.key = const_cast<png_charp>(text.keyword.c_str());
        chunk.text = const_cast<png_charp>(text.text.c_str());
        chunk.itxt_length = text.text.size();
        png_set_text(png, info, &chunk, 1);
    }
}

void hand_on(png_structp png, png_bytep bytes, std::size_t count) {
    const auto& sink = *static_cast<const PngEncoder::Sink*>(png_get_io_ptr(png));
    if (!sink(std::as_bytes(std::span(bytes, count)))) png_error(png, "no place");
}

void silent(png_structp, png_const_charp) {}

}  // namespace

// libpng reports errors by jumping to where setjmp() was called last: nothing with a destructor is made in between.

PngEncoder::PngEncoder(int width, int height, bool with_alpha, std::span<const PngText> texts, Sink sink)
    : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.sink = std::move(sink);
    state.width = width;
    if (with_alpha) state.row.resize(std::size_t{4} * static_cast<std::size_t>(width));
    state.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, silent);
    state.info = state.png != nullptr ? png_create_info_struct(state.png) : nullptr;
    if (state.info == nullptr || setjmp(png_jmpbuf(state.png)) != 0) {
        png_destroy_write_struct(&state.png, &state.info);
        return;
    }
    png_set_write_fn(state.png, &state.sink, hand_on, nullptr);
    png_set_IHDR(state.png, state.info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                 with_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(state.png, state.info, PNG_sRGB_INTENT_PERCEPTUAL);
    set_texts(state.png, state.info, texts);
    png_write_info(state.png, state.info);
}

PngEncoder::~PngEncoder() {
    png_destroy_write_struct(&state_->png, &state_->info);
}

bool PngEncoder::add(const Picture& rows) {
    State& state = *state_;
    if (state.png == nullptr || rows.width != state.width || rows.alpha.empty() != state.row.empty()) return false;
    if (setjmp(png_jmpbuf(state.png)) != 0) {
        png_destroy_write_struct(&state.png, &state.info);
        return false;
    }
    const auto width = static_cast<std::size_t>(rows.width);
    for (int row = 0; row < rows.height; ++row) {
        const std::size_t first = width * static_cast<std::size_t>(row);
        const std::uint8_t* rgb = rows.rgb.data() + 3 * first;
        for (std::size_t i = 0; i < state.row.size() / 4; ++i) {
            for (std::size_t part = 0; part < 3; ++part) state.row[4 * i + part] = rgb[3 * i + part];
            state.row[4 * i + 3] = rows.alpha[first + i];
        }
        png_write_row(state.png, state.row.empty() ? rgb : state.row.data());
    }
    return true;
}

bool PngEncoder::finish() {
    State& state = *state_;
    if (state.png == nullptr) return false;
    if (setjmp(png_jmpbuf(state.png)) != 0) {
        png_destroy_write_struct(&state.png, &state.info);
        return false;
    }
    png_write_end(state.png, state.info);
    return true;
}

std::expected<std::vector<std::byte>, std::string> encode_png(const Picture& picture, std::span<const PngText> texts) {
    std::vector<std::byte> file;
    PngEncoder encoder(picture.width, picture.height, !picture.alpha.empty(), texts,
                       [&file](std::span<const std::byte> bytes) {
                           file.insert(file.end(), bytes.begin(), bytes.end());
                           return true;
                       });
    if (!encoder.add(picture) || !encoder.finish())
        return std::unexpected(
            fmt::format("a PNG file of {} × {} pixels could not be made", picture.width, picture.height));
    return file;
}

std::expected<Picture, std::string> read_png(const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Picture picture;
    if (png_image_begin_read_from_file(&image, file.c_str()) != 0) {
        image.format = PNG_FORMAT_RGB;
        picture.width = static_cast<int>(image.width);
        picture.height = static_cast<int>(image.height);
        picture.rgb.resize(PNG_IMAGE_SIZE(image));
        constexpr png_color black{};
        if (png_image_finish_read(&image, &black, picture.rgb.data(), 0, nullptr) != 0) return picture;
    }
    return std::unexpected(fmt::format("{}: {}", file.string(), image.message));
}

}  // namespace thalweg
