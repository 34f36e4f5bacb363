// What one would write with zod for the part of the dialect that is measured.
import * as z from "zod";

const day = z.enum(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]);
const clock = z.object({ hour: z.int().min(0).max(23), minute: z.int().min(0).max(59) });
/** A request as the documents have it. */
export const Request = z.object({
  bulkId: z.string().max(100).optional(),
  messages: z.array(
    z.object({
      from: z.string().min(3).max(14).optional(),
      destinations: z.array(z.object({ to: z.string().min(7).max(15), messageId: z.string().max(200).optional() })).min(1),
      text: z.string().min(1).max(3825),
      flash: z.boolean().optional(),
      language: z.object({ languageCode: z.enum(["TR", "ES", "PT"]).optional() }).optional(),
      transliteration: z.string().optional(),
      intermediateReport: z.boolean().optional(),
      notifyUrl: z.string().optional(),
      notifyContentType: z.enum(["application/json", "application/xml"]).optional(),
      callbackData: z.string().max(4000).optional(),
      validityPeriod: z.int().min(1).max(2880).optional(),
      sendAt: z.string().optional(),
      deliveryTimeWindow: z.object({ days: z.array(day).min(1), from: clock.optional(), to: clock.optional() }).optional(),
    }),
  ),
});
/** A reply to it. */
export const Reply = z.object({
  bulkId: z.string().optional(),
  messages: z.array(
    z.object({
      to: z.string(),
      messageId: z.string(),
      status: z.object({
        groupId: z.int(),
        groupName: z.string(),
        id: z.int(),
        name: z.string(),
        description: z.string(),
        action: z.string().optional(),
      }),
    }),
  ),
});
