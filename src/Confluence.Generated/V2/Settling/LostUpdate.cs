using Confluence.Generated.V2.Models;

namespace Confluence.Generated.V2.Settling;

/// <summary>Settles an update of a version whose first attempt was carried out, its answer lost, and whose repetition met its own version.</summary>
internal static class LostUpdate
{
    /// <summary>Makes an update, and settles what looks like a conflict with itself.</summary>
    /// <param name="update">Makes the update.</param>
    /// <param name="readBack">Reads what is there now; null if it cannot be compared with what was sent.</param>
    /// <param name="isWhatWasSent">Whether what is there now is what was sent.</param>
    public static async Task<T> SettleAsync<T>(Func<Task<T>> update, Func<Task<T>>? readBack, Predicate<T> isWhatWasSent)
        where T : class
    {
        try
        {
            return await update().ConfigureAwait(false);
        }
        catch (ConfluenceApiException conflict) when (readBack is not null && conflict.WasAnswerLost && conflict.Kind == ConfluenceErrorKind.VersionConflict)
        {
            if (await TryAsync(readBack).ConfigureAwait(false) is { } current && isWhatWasSent(current))
            {
                return current;
            }

            throw;
        }
    }

    /// <summary>The format to read back in; null if what is written in it cannot be compared.</summary>
    public static BodyDetailsFormat? FormatOf(BodyWriteRepresentation? written) => written?.Value switch
    {
        BodyWriteRepresentation.Values.Storage => BodyDetailsFormat.Storage,
        BodyWriteRepresentation.Values.AtlasDocFormat => BodyDetailsFormat.AtlasDocFormat,
        _ => null, // Wiki markup is converted when it is written.
    };

    /// <summary>Whether a body that was read is the one that was sent.</summary>
    public static bool IsSame(BodyDetails? read, string? sent) => sent is not null && (read?.Storage ?? read?.AtlasDocFormat)?.Value == sent;

    /// <summary>Reads; null if that fails, because the conflict says more than the failure.</summary>
    private static async Task<T?> TryAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (ConfluenceException)
        {
            return null;
        }
    }
}
