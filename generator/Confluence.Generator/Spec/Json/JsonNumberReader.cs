namespace Confluence.Generator.Spec.Json;

/// <summary>Reads a number as it is written.</summary>
internal static class JsonNumberReader
{
    /// <summary>The number that comes next; null, with the error at the cursor, when it is none.</summary>
    public static JsonNumber? Read(JsonCursor cursor)
    {
        int start = cursor.Position;
        cursor.TakeIf('-');
        int integer = cursor.Position;
        int digits = cursor.TakeDigits();
        if (digits == 0)
        {
            return cursor.Fail<JsonNumber>(start, cursor.Position - start, "A '-' must be followed by a digit.");
        }

        if (digits > 1 && cursor.Text[integer] == '0')
        {
            return cursor.Fail<JsonNumber>(start, cursor.Position - start, $"The number '{cursor.Text.Substring(start, cursor.Position - start)}' begins with a zero; remove it.");
        }

        if (cursor.TakeIf('.') && cursor.TakeDigits() == 0)
        {
            return cursor.Fail<JsonNumber>(start, cursor.Position - start, "The decimal point of a number must be followed by a digit.");
        }

        if (cursor.TakeIf('e') || cursor.TakeIf('E'))
        {
            if (!cursor.TakeIf('+'))
            {
                cursor.TakeIf('-');
            }

            if (cursor.TakeDigits() == 0)
            {
                return cursor.Fail<JsonNumber>(start, cursor.Position - start, "The exponent of a number must have a digit.");
            }
        }

        return new JsonNumber(cursor.Source, start, cursor.Position - start, cursor.Text.Substring(start, cursor.Position - start));
    }
}
