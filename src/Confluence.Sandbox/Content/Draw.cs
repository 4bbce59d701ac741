namespace Confluence.Sandbox.Content;

/// <summary>What a draw is for. Each entry is a stream of its own, so that a new one never changes the others.</summary>
internal enum Aspect
{
    Identity = 1,
    Name,
    Kind,
    Date,
    DateMilliseconds,
    Author,
    Owner,
    Count,
    Length,
    Text,
    Message,
    Parent,
    Position,
    Status,
    Permutation,
    Picture,
    Privacy,
    TimeZone,
    Gap,
    Resolution,
    Label,
    Shortfall,
}

/// <summary>The kinds of things that the sandbox makes up.</summary>
internal enum EntityKind
{
    // With numbers of their own, so that the order of the others decides nothing about these.
    View = 101,
    Audit = 102,

    Site = 1,
    User,
    Group,
    Space,
    Page,
    PageVersion,
    FooterComment,
    InlineComment,
    Search,
    Request,
    BlogPost,
    Attachment,
    Task,
    Property,
}

/// <summary>
/// Reproducible randomness: a value is a function of seed, kind, id, aspect and index, and of nothing that was drawn before.
/// </summary>
/// <remarks>
/// The function is the finalising step of SplitMix64 (two multiplications, three shifts), applied once for each input.
/// It is written out here because <see cref="Random"/> gives sequences, and may change between releases of the framework.
/// </remarks>
internal readonly struct Draw
{
    private readonly ulong _state;

    public Draw(int seed, EntityKind kind, long id)
    {
        ulong state = Mix(unchecked((uint)seed) + 0x9E3779B97F4A7C15UL);
        state = Mix(state ^ ((ulong)kind * 0xD1B54A32D192ED03UL));
        _state = Mix(state ^ unchecked((ulong)id * 0x8CB92BA72F3D8DD7UL));
    }

    public ulong Bits(Aspect aspect, int index = 0) =>
        Mix(_state ^ ((ulong)aspect << 40) ^ unchecked((uint)index));

    /// <summary>Gives a number from 0 up to, but without, <paramref name="bound"/>.</summary>
    public int Below(int bound, Aspect aspect, int index = 0) =>
        (int)Math.BigMul(Bits(aspect, index), (ulong)bound, out _);

    /// <summary>Is true for one in <paramref name="many"/> entities.</summary>
    public bool OneIn(int many, Aspect aspect, int index = 0) => Below(many, aspect, index) == 0;

    public string Pick(ReadOnlySpan<string> choices, Aspect aspect, int index = 0) => choices[Below(choices.Length, aspect, index)];

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
