using System.Text;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

public sealed class StringCacheTests
{
    [Fact]
    public void Every_length_gives_the_right_string()
    {
        for (int length = 0; length <= StringCache.MaxLength; length++)
        {
            for (int place = 0; place <= length; place++)
            {
                char[] text = [.. Enumerable.Range(0, length).Select(i => (char)(' ' + (i * 7 % 95)))];
                if (place < length)
                {
                    text[place] = '\u007f';
                }

                string expected = new(text);
                Assert.Equal(expected, StringCache.Get(Encoding.ASCII.GetBytes(expected)));
                Assert.Equal(expected, StringCache.Get(Encoding.ASCII.GetBytes(expected)));
            }
        }
    }

    [Fact]
    public void A_repeated_string_is_shared()
    {
        byte[] text = "shared-value"u8.ToArray();

        // Another test may take the place in the table at any moment, but not at every one.
        Assert.Contains(Enumerable.Range(0, 10_000), _ => ReferenceEquals(StringCache.Get(text), StringCache.Get(text)));
    }

    [Fact]
    public void Every_byte_takes_part_in_the_place_of_a_string()
    {
        for (int length = 1; length <= StringCache.MaxLength; length++)
        {
            for (int place = 0; place < length; place++)
            {
                byte[][] alike = [.. Enumerable.Range('a', 16).Select(letter => Enumerable.Repeat((byte)'-', length).Select((other, i) => i == place ? (byte)letter : other).ToArray())];

                // Those that share a place drive each other out. Another test may take a place at any moment, but not at every one.
                Assert.Contains(Enumerable.Range(0, 1_000), _ =>
                {
                    string?[] first = [.. alike.Select(static text => StringCache.Get(text))];
                    return alike.Where((text, i) => ReferenceEquals(first[i], StringCache.Get(text))).Count() >= 8;
                });
            }
        }
    }

    [Theory]
    [InlineData(StringCache.MaxLength, true)]
    [InlineData(StringCache.MaxLength + 1, false)]
    public void Strings_of_models_are_shared_up_to_a_length(int length, bool isShared)
    {
        byte[] json = Encoding.ASCII.GetBytes($$"""{"id":"{{new string('i', length)}}"}""");

        Assert.Equal(isShared, Enumerable.Range(0, 1_000).Any(_ => ReferenceEquals(Wire.Read<SamplePage>(json).Id, Wire.Read<SamplePage>(json).Id)));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaé")]
    [InlineData("😀")]
    public void Other_than_ASCII_is_left_to_the_caller(string text) => Assert.Null(StringCache.Get(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Threads_that_share_the_table_get_their_own_strings()
    {
        Parallel.For(0, 8, worker =>
        {
            Random random = new(worker);
            for (int i = 0; i < 20_000; i++)
            {
                string expected = random.Next(3000).ToString(System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(expected, StringCache.Get(Encoding.ASCII.GetBytes(expected)));
            }
        });
    }
}
