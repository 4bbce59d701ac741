using System.Buffers;
using System.Text;
using System.Text.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

/// <summary>A text may lie in several pieces of memory, cut anywhere.</summary>
public sealed class SegmentTests
{
    private const string Hostile =
        """{"i\u0064":"é😀\ud83d\ude00\n","status":"curr\u0065nt","version":{"number":"3","message":"\ud83d","x":[1.0,{"y":"\u0041"}]},"labels":[{"number":1e0},{"new":true}],"body":"<p>\u00e9é</p>","position":12345,"size":"18753814575","score":0.50,"starred":"true","createdAt":"2026-05-27T07:13:32.034+0200","value":{"a":[1.0,null,"\/"]},"tags":["x",1.0],"counts":{"b\u0062":2},"owner":[1],"n\u0065w":{"a":[true,false,null,-1.5e3,"\"é"]},"labels2":"é"}""";

    private static readonly string s_expected = Wire.Write(Wire.Page(Hostile));

    [Fact]
    public void The_sample_survives_in_one_piece()
    {
        Assert.Equal(
            """{"id":"é\uD83D\uDE00\uD83D\uDE00\n","status":"current","version":{"number":"3","message":"\ud83d","x":[1.0,{"y":"\u0041"}]},"labels":[{"number":1e0},{"new":true}],"body":"<p>\u00e9é</p>","position":12345,"size":"18753814575","score":0.50,"starred":"true","createdAt":"2026-05-27T07:13:32.034+0200","value":{"a":[1.0,null,"\/"]},"tags":["x","1.0"],"counts":{"bb":2},"owner":[1],"new":{"a":[true,false,null,-1.5e3,"\"é"]},"labels2":"é"}""",
            s_expected);
    }

    [Fact]
    public void A_cut_at_any_byte_changes_nothing()
    {
        byte[] json = Encoding.UTF8.GetBytes(Hostile);
        for (int cut = 1; cut < json.Length; cut++)
        {
            SamplePage page = Wire.Read<SamplePage>(Wire.Split(json, cut));
            Assert.Equal(s_expected, Wire.Write(page));

            // What could not be read would be written back as well.
            Assert.Equal(["new", "labels2"], page.AdditionalProperties.Keys);
            Assert.Equal(
                ("é😀😀\n", "current", 3, "<p>éé</p>", 12345, 18753814575, 0.5, true, new DateTimeOffset(2026, 5, 27, 7, 13, 32, 34, TimeSpan.FromHours(2))),
                (page.Id, page.Status?.Value, page.Version?.Number, page.Body, page.Position, page.Size, page.Score, page.Starred, page.CreatedAt));
        }
    }

    [Fact]
    public void Pieces_of_any_size_change_nothing()
    {
        byte[] json = Encoding.UTF8.GetBytes(Hostile);
        for (int size = 1; size < 40; size++)
        {
            int[] ends = [.. Enumerable.Range(1, (json.Length - 1) / size).Select(i => i * size)];
            Assert.Equal(s_expected, Wire.Write(Wire.Read<SamplePage>(Wire.Split(json, ends))));
        }
    }

    [Fact]
    public void A_text_that_ends_at_any_byte_throws_a_JsonException()
    {
        byte[] json = Encoding.UTF8.GetBytes(Hostile);
        for (int length = 0; length < json.Length; length++)
        {
            byte[] part = json[..length];
            Assert.ThrowsAny<JsonException>(() => Wire.Read<SamplePage>(part));
            Assert.ThrowsAny<JsonException>(() => Wire.Read<SamplePage>(new ReadOnlySequence<byte>(part)));
        }
    }

    [Fact]
    public void A_flipped_byte_never_gives_another_exception()
    {
        byte[] json = Encoding.UTF8.GetBytes(Hostile);
        int read = 0;
        foreach (byte value in "\0\"\\{}[],:0-eutn\u007f "u8.ToArray().Concat<byte>([0x80, 0xC3, 0xED, 0xFF]))
        {
            for (int i = 0; i < json.Length; i++)
            {
                byte[] changed = [.. json];
                changed[i] = value;
                try
                {
                    SamplePage page = Wire.Read<SamplePage>(changed);
                    byte[] written = Wire.WriteBytes(page);
                    Assert.Equal(written, Wire.WriteBytes(Wire.Read<SamplePage>(written)));
                    Assert.True(page.AdditionalProperties.Count >= 0);
                    read++;
                }
                catch (JsonException error)
                {
                    // Most changes break the text; what matters is that nothing but a JsonException comes of it.
                    Assert.NotEmpty(error.Message);
                }
            }
        }

        Assert.NotEqual(0, read);
    }
}
