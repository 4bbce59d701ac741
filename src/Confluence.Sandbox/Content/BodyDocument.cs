using System.Globalization;
using System.Text;

namespace Confluence.Sandbox.Content;

/// <summary>What a block of a body is.</summary>
internal enum BlockKind
{
    Heading,
    Paragraph,
    Quote,
    Code,
    Panel,
    Mention,
    PageLink,
    Task,
    TableRow,
}

/// <summary>One block of a body: its kind, its words, and what the kind needs besides (an account id, a title, an id).</summary>
internal readonly record struct Block(BlockKind Kind, string Text, string Detail);

/// <summary>A body before it has a representation; <see cref="BodyRenderer"/> writes it as storage, ADF, HTML or plain text.</summary>
internal sealed class BodyDocument
{
    private const int TaskBlock = 6;

    private BodyDocument(IReadOnlyList<Block> blocks) => Blocks = blocks;

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Makes up the body of a page version: half a dozen blocks on average, one page in fifty a long one.</summary>
    public static BodyDocument Create(Draw draw, int version, string title, string mentioned, string linkedTitle)
    {
        int count = BlockCount(draw);
        List<Block> blocks = new(count + 2)
        {
            new Block(BlockKind.Heading, title, ""),
            new Block(BlockKind.Paragraph, string.Create(CultureInfo.InvariantCulture, $"Revision {version}: {Sentence(draw, version * 1_000)}"), ""),
        };

        for (int index = 0; index < count; index++)
        {
            int seat = (version * 1_000) + index + 1;
            string text = Sentence(draw, seat);
            blocks.Add(draw.Below(12, Aspect.Kind, index) switch
            {
                0 => new Block(BlockKind.Heading, text, ""),
                1 => new Block(BlockKind.Quote, $"“{text}” & so on: a < b, it's \"quoted\"", ""),
                2 => new Block(BlockKind.Code, $"if (a < b && c != \"]]>\") {{ return '{draw.Pick(Vocabulary.Words, Aspect.Name, seat)}'; }}", MacroId(draw, index)),
                3 => new Block(BlockKind.Panel, text, MacroId(draw, index)),
                4 => new Block(BlockKind.Mention, text, mentioned),
                5 => new Block(BlockKind.PageLink, text, linkedTitle),
                TaskBlock => new Block(BlockKind.Task, text, mentioned),
                7 => new Block(BlockKind.TableRow, text, Sentence(draw, seat + 500)),
                _ => new Block(BlockKind.Paragraph, text, ""),
            });
        }

        return new BodyDocument(blocks);
    }

    /// <summary>Makes up the body of a comment version: one paragraph, sometimes with a mention.</summary>
    public static BodyDocument CreateShort(Draw draw, int version, string mentioned) =>
        new([
            draw.OneIn(4, Aspect.Kind)
                ? new Block(BlockKind.Mention, Sentence(draw, version * 1_000), mentioned)
                : new Block(BlockKind.Paragraph, Sentence(draw, version * 1_000), ""),
        ]);

    /// <summary>Gives the number of tasks in the body that <see cref="Create"/> makes up, the same in all versions, without making it up.</summary>
    public static int CountTasks(Draw draw)
    {
        int tasks = 0;
        for (int index = 0, count = BlockCount(draw); index < count; index++)
        {
            tasks += draw.Below(12, Aspect.Kind, index) == TaskBlock ? 1 : 0;
        }

        return tasks;
    }

    /// <summary>Gives a body of one of the tasks in this one, as a paragraph of its own.</summary>
    public BodyDocument Task(int place)
    {
        Block task = Blocks.Where(static block => block.Kind == BlockKind.Task).ElementAt(place);
        return new BodyDocument([task with { Kind = BlockKind.Mention }]);
    }

    private static int BlockCount(Draw draw) => draw.OneIn(50, Aspect.Length) ? 60 : 3 + draw.Below(8, Aspect.Length, 1);

    private static string Sentence(Draw draw, int seat)
    {
        int words = 5 + draw.Below(14, Aspect.Length, seat + 2);
        StringBuilder text = new();
        for (int word = 0; word < words; word++)
        {
            text.Append(word == 0 ? "" : " ").Append(draw.Pick(Vocabulary.Words, Aspect.Text, (seat * 32) + word));
        }

        return text.Append('.').ToString();
    }

    private static string MacroId(Draw draw, int index) =>
        Uuid.From(draw.Bits(Aspect.Identity, index * 2), draw.Bits(Aspect.Identity, (index * 2) + 1));
}
