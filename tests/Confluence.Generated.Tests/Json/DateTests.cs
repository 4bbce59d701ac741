using System.Text;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

public sealed class DateTests
{
    [Theory]
    [InlineData("2026-05-27T07:09:12Z", "2026-05-27T07:09:12.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32.034Z", "2026-05-27T07:13:32.0340000+00:00")]
    [InlineData("2026-05-27T07:13:32.000Z", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32.1Z", "2026-05-27T07:13:32.1000000+00:00")]
    [InlineData("2026-05-27T07:13:32.123456Z", "2026-05-27T07:13:32.1234560+00:00")]
    [InlineData("2026-05-27T07:13:32.1234567Z", "2026-05-27T07:13:32.1234567+00:00")]
    [InlineData("2026-05-27T07:13:32.123456789Z", "2026-05-27T07:13:32.1234567+00:00")]
    [InlineData("2026-05-27T07:13:32+02:00", "2026-05-27T07:13:32.0000000+02:00")]
    [InlineData("2026-05-27T07:13:32.034-0930", "2026-05-27T07:13:32.0340000-09:30")]
    [InlineData("2026-05-27T07:13:32+0000", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32+00:00", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32-00:00", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32+05", "2026-05-27T07:13:32.0000000+05:00")]
    [InlineData("2026-05-27T07:13:32", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13Z", "2026-05-27T07:13:00.0000000+00:00")]
    [InlineData("2026-05-27T07:13", "2026-05-27T07:13:00.0000000+00:00")]
    [InlineData("2026-05-27t07:13:32z", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32z", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27t07:13:32Z", "2026-05-27T07:13:32.0000000+00:00")]
    [InlineData("2026-05-27T07:13:32.034z", "2026-05-27T07:13:32.0340000+00:00")]
    [InlineData("2024-02-29T23:59:59.999Z", "2024-02-29T23:59:59.9990000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2026-05-27T07:13:32+14:00", "2026-05-27T07:13:32.0000000+14:00")]
    [InlineData("2026-05-27T07:13:32\\u002B02:00", "2026-05-27T07:13:32.0000000+02:00")]
    public void Each_form_is_read_and_survives(string text, string expected)
    {
        string json = $$"""{"createdAt":"{{text}}"}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(expected, page.CreatedAt!.Value.ToString("O"));
        Assert.Empty(page.AdditionalProperties);
        Assert.Equal(json, Wire.Write(page));
    }

    [Theory]
    [InlineData("2026-05-27")]
    [InlineData("2026-05-27 07:13:32Z")]
    [InlineData("2026-5-27T07:13:32Z")]
    [InlineData("2026-02-29T07:13:32Z")]
    [InlineData("2026-13-01T07:13:32Z")]
    [InlineData("2026-00-01T07:13:32Z")]
    [InlineData("2026-01-00T07:13:32Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-05-27T24:00:00Z")]
    [InlineData("2026-05-27T07:60:00Z")]
    [InlineData("2026-05-27T07:13:60Z")]
    [InlineData("2026-05-27T07:13:32.Z")]
    [InlineData("2026-05-27T07:13:32,5Z")]
    [InlineData("2026-05-27T07:13:3")]
    [InlineData("2026-05-27T07:13:32ZZ")]
    [InlineData("2026-05-27T07:13:32+2")]
    [InlineData("2026-05-27T07:13:32+2:00")]
    [InlineData("2026-05-27T07:13:32+02:0")]
    [InlineData("2026-05-27T07:13:32+02-00")]
    [InlineData("2026-05-27T07:13:32+02:60")]
    [InlineData("2026-05-27T07:13:32+14:01")]
    [InlineData("2026-05-27T07:13:32 +02:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("2026-05-27T07:13:32.00000000000000000000000000000000000000000000000000000000000000000000000000000000!")]
    [InlineData("x")]
    [InlineData("2026-02-29T07:13:32\\u005A", "2026-02-29T07:13:32Z")]
    public void What_is_no_point_in_time_is_kept(string text, string? meant = null)
    {
        string json = $$"""{"createdAt":"{{text}}"}""";
        SamplePage page = Wire.Page(json);

        Assert.Null(page.CreatedAt);
        Assert.Equal(meant ?? text, page.AdditionalProperties["createdAt"].GetString());
        Assert.Equal(json, Wire.Write(page));
    }

    [Fact]
    public void A_letter_among_the_digits_is_no_point_in_time()
    {
        const string Text = "2026-05-27T07:13:32+02:00";
        for (int place = 0; place < Text.Length; place++)
        {
            byte[] changed = Encoding.ASCII.GetBytes(Text);
            changed[place] = (byte)'x';

            Assert.False(JsonDates.TryParse(changed, out DateTimeOffset value));
            Assert.Equal(default, value);
        }
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"yester\\u0064ay\"")]
    public void What_is_no_point_in_time_has_no_exact_form(string json)
    {
        Utf8JsonReader reader = Wire.OnFirstToken(json);

        Assert.False(JsonDates.TryRead(ref reader, out DateTimeOffset value, out bool exact));
        Assert.Equal((default, false), (value, exact));
    }

    [Theory]
    [InlineData("\"2026-05-27T07:09:12Z\"", true)]
    [InlineData("\"2026-05-27T07:09:12.034Z\"", true)]
    [InlineData("\"2026-05-27T07:09:12+02:00\"", true)]
    [InlineData("\"2026-05-27T07:09:12z\"", false)]
    [InlineData("\"2026-05-27t07:09:12Z\"", false)]
    [InlineData("\"2026-05-27T07:09:12.000Z\"", false)]
    [InlineData("\"2026-05-27T07:09Z\"", false)]
    public void Only_a_form_that_would_be_written_otherwise_has_to_be_remembered(string json, bool isExact)
    {
        Utf8JsonReader reader = Wire.OnFirstToken(json);

        Assert.True(JsonDates.TryRead(ref reader, out _, out bool exact));
        Assert.Equal(isExact, exact);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05.0000000+00:00", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.1200000+00:00", "2026-01-02T03:04:05.120Z")]
    [InlineData("2026-01-02T03:04:05.1234500+00:00", "2026-01-02T03:04:05.123450Z")]
    [InlineData("2026-01-02T03:04:05.1234567-05:30", "2026-01-02T03:04:05.1234567-05:30")]
    public void A_value_of_the_callers_is_written_in_full(string value, string expected) =>
        Assert.Equal(
            $$"""{"createdAt":"{{expected}}"}""",
            Wire.Write(new SamplePage { CreatedAt = DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }));

    [Fact]
    public void Every_value_comes_back_as_the_framework_would_read_it()
    {
        Random random = new(7);
        for (int i = 0; i < 5_000; i++)
        {
            TimeSpan offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            long ticks = random.NextInt64(DateTime.MinValue.Ticks + TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
            long grain = (i % 4) switch { 0 => TimeSpan.TicksPerSecond, 1 => TimeSpan.TicksPerMillisecond, 2 => TimeSpan.TicksPerMicrosecond, _ => 1 };
            DateTimeOffset value = new(ticks - (ticks % grain), offset);

            byte[] written = Wire.WriteBytes(new SamplePage { CreatedAt = value });
            SamplePage again = Wire.Read<SamplePage>(written);
            Assert.True(value.EqualsExact(again.CreatedAt!.Value));
            Assert.Equal(written, Wire.WriteBytes(again));
            ReadOnlySpan<byte> text = written.AsSpan("""{"createdAt":""".Length + 1);
            text = text[..text.IndexOf((byte)'"')];
            Assert.Equal(value, DateTimeOffset.Parse(System.Text.Encoding.ASCII.GetString(text), System.Globalization.CultureInfo.InvariantCulture));
            Assert.True(JsonDates.TryParse(text, out DateTimeOffset parsed) && parsed == value);
        }
    }
}
